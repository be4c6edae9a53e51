package org.sifang.engine;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a job failed, as far as a person can do something about it. */
public enum IncidentCause {
    /** The mail server does not answer, or refuses. */
    MAIL,
    /** There is no room left on a disk, the database's or our own. */
    DISK_FULL,
    /** Another system cannot be reached. */
    NETWORK,
    /** The database refused or was away. */
    DATABASE,
    UNKNOWN;

    private static final List<String> DISK =
            List.of("no space left on device", "disk full", "53100", "disk quota exceeded");
    private static final List<String> POST =
            List.of("jakarta.mail", "org.springframework.mail", "mailconnectexception");
    private static final List<String> SQL = List.of(
            "org.postgresql", "java.sql", "org.springframework.dao", "org.springframework.jdbc", "org.apache.ibatis");
    private static final List<String> WIRE = List.of(
            "java.net.", "java.nio.channels", "org.springframework.web.client.resourceaccess", "connection refused");

    /**
     * From the stack trace as the engine keeps it: only the lines that name an exception count, every trace runs through
     * the database's classes.
     *
     * @param trace null when none was kept
     */
    static IncidentCause of(@Nullable String trace) {
        if (trace == null) {
            return UNKNOWN;
        }
        List<String> named = trace.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("at ") && !line.startsWith("..."))
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
        if (any(named, DISK)) {
            return DISK_FULL;
        }
        if (any(named, POST)) {
            return MAIL;
        }
        if (any(named, SQL)) {
            return DATABASE;
        }
        return any(named, WIRE) ? NETWORK : UNKNOWN;
    }

    private static boolean any(List<String> lines, List<String> words) {
        return lines.stream().anyMatch(line -> words.stream().anyMatch(line::contains));
    }
}
