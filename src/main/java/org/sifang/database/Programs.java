package org.sifang.database;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs PostgreSQL's programs under the right account.
 *
 * @param output the file that takes what the last program said
 */
record Programs(Binaries binaries, Account account, Path output) {

    private static final Logger log = LoggerFactory.getLogger(Programs.class);

    /** A program that ended with an error; the message is what it said. */
    static final class Failed extends IOException {

        Failed(String said) {
            super(said);
        }
    }

    /** Runs to the end; an interruption waits until then, for a server half stopped helps nobody. */
    void run(String program, String... arguments) throws IOException {
        run("", program, List.of(arguments));
    }

    /**
     * @param input what the program reads; it never appears on a command line or in a log
     * @throws Failed if it ends with anything but 0
     */
    void run(String input, String program, List<String> arguments) throws IOException {
        List<String> command = account.command(binaries.program(program), arguments);
        log.debug("{}", command);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException endedEarly) {
            log.debug("{} did not read its input", program, endedEarly);
        }
        if (result(process) != 0) {
            throw new Failed(program + ": " + Files.readString(output).strip());
        }
    }

    private static int result(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
