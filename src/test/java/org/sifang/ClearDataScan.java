package org.sifang;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for numbers that tell who somebody is where none may stand: in every column of every table, the engine's among
 * them, in what was logged while it listened, and in any text it is given. Says where, never what.
 */
final class ClearDataScan implements AutoCloseable {

    private final Pattern secrets;
    private final Listener listener = new Listener();
    private final Map<String, Integer> findings = new TreeMap<>();

    /** Listens to the log from now on, until it is closed. */
    ClearDataScan(Collection<String> numbers) {
        this.secrets = Pattern.compile(numbers.stream().map(Pattern::quote).collect(Collectors.joining("|")));
        listener.start();
        root().addAppender(listener);
    }

    /** Every row of every table as text; binary columns count as their hexadecimal digits and as their bytes. */
    void database(JdbcClient jdbc) {
        List<String> tables = jdbc.sql("""
                        select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables
                         where schemaname not in ('pg_catalog', 'information_schema') order by 1""").query(String.class).list();
        for (String table : tables) {
            jdbc.sql("select t::text from " + table + " t").query(row -> {
                text("table " + table, row.getString(1));
            });
        }
        jdbc.sql("select name_, bytes_ from act_ge_bytearray where bytes_ is not null")
                .query(row -> {
                    text("engine bytes " + row.getString(1), new String(row.getBytes(2), StandardCharsets.UTF_8));
                });
    }

    void text(String where, String text) {
        if (secrets.matcher(text).find()) {
            findings.merge(where, 1, Integer::sum);
        }
    }

    /** Where something was found, and how often; what was logged meanwhile is looked through first. */
    Map<String, Integer> findings() {
        listener.lines.forEach(line -> text("log", line));
        return findings;
    }

    int linesLogged() {
        return listener.lines.size();
    }

    @Override
    public void close() {
        root().detachAppender(listener);
        listener.stop();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static final class Listener extends AppenderBase<ILoggingEvent> {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder line = new StringBuilder(event.getFormattedMessage());
            for (var thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
                line.append('\n').append(thrown.getMessage());
            }
            lines.add(line.toString());
        }
    }
}
