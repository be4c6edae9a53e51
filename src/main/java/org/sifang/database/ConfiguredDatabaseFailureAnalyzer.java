package org.sifang.database;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator in one sentence that a configured PostgreSQL cannot be reached or lets nobody in. */
final class ConfiguredDatabaseFailureAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
        String state = cause.getSQLState();
        if (state == null || !isRefusal(state)) {
            return null;
        }
        return new FailureAnalysis(
                "The database of spring.datasource.url cannot be used: " + cause.getMessage(),
                "Check spring.datasource.url, username and password, and that the server runs; without"
                        + " spring.datasource.url the application brings its own.",
                cause);
    }

    /** By the classes of the SQL standard: 08 connection, 28 authorization, 3D unknown database. */
    private static boolean isRefusal(String state) {
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D");
    }
}
