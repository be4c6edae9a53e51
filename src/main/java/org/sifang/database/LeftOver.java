package org.sifang.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the file {@code postmaster.pid} of a data folder stands for when no application holds the folder. */
enum LeftOver {
    /** There is no such file, or its process is gone: PostgreSQL then looks for orphans itself. */
    NOTHING,
    /** A server that outlived its application. */
    SERVER,
    /** The file is torn, or the system has given the process id to somebody else since. */
    STALE,
    /** A process of which nothing can be seen. PostgreSQL will refuse, and rightly. */
    UNKNOWN;

    private static final Pattern PROCESS_ID = Pattern.compile("-?(\\d{1,9})\\s.*", Pattern.DOTALL);

    /** Judges by program and folder: the process id alone proves nothing. */
    static LeftOver in(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return NOTHING;
        }
        // The single-user mode writes its process id as a negative number.
        Matcher content = PROCESS_ID.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!content.matches()) {
            return STALE;
        }
        return ProcessHandle.of(Long.parseLong(content.group(1)))
                .map(process -> judge(process, data))
                .orElse(NOTHING);
    }

    private static LeftOver judge(ProcessHandle process, Path data) {
        ProcessHandle.Info info = process.info();
        Optional<String[]> words = info.arguments();
        Optional<Path> program = info.command().map(Path::of).map(Path::getFileName);
        if (program.isEmpty() && words.isEmpty()) {
            return isDead(process) ? STALE : UNKNOWN;
        }
        if (program.isPresent() && !program.get().toString().startsWith("postgres")) {
            return STALE;
        }
        boolean here =
                words.isEmpty() || Arrays.asList(words.get()).contains(data.toString()) || worksIn(process, data);
        return here ? SERVER : STALE;
    }

    /** A server works in its data folder; that still holds when the folder was moved or is mounted elsewhere. */
    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            return Files.isSameFile(proc(process).resolve("cwd"), data);
        } catch (IOException e) {
            return false;
        }
    }

    /** A dead process keeps its id until its parent takes notice, which in a container may be never. */
    private static boolean isDead(ProcessHandle process) {
        try {
            return Files.readString(proc(process).resolve("stat")).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }

    private static Path proc(ProcessHandle process) {
        return Path.of("/proc", Long.toString(process.pid()));
    }
}
