package org.sifang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Under whom PostgreSQL runs: it refuses to run as root.
 *
 * @param prefix the words before each command; empty for an ordinary account
 */
record Account(List<String> prefix) {

    Account {
        prefix = List.copyOf(prefix);
    }

    /** The account for the owner of {@code owned}, a file just written by this process. */
    static Account of(Path owned) throws IOException, InterruptedException {
        if (!rootOwns(owned)) {
            return new Account(List.of());
        }
        List<String> unshare = List.of("unshare", "-U");
        if (answers(unshare)) {
            return new Account(unshare);
        }
        throw new DatabaseStartException(
                "PostgreSQL refuses to run as root, and this system allows no user namespace to hide it.",
                "Start the application under an ordinary account, or set spring.datasource.url.");
    }

    List<String> command(List<String> command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        return words;
    }

    private static boolean rootOwns(Path owned) throws IOException {
        return owned.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Integer.valueOf(0).equals(Files.getAttribute(owned, "unix:uid"));
    }

    /** Whether the prefix gives a user who is not root and has a name; initdb asks for one. */
    private static boolean answers(List<String> prefix) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("sh", "-c", "test \"$(id -u)\" != 0 && id -un"));
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
