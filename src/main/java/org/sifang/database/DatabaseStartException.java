package org.sifang.database;

import org.jspecify.annotations.Nullable;

/** The application's own PostgreSQL cannot run; says in plain words why, and what the operator can do. */
public final class DatabaseStartException extends RuntimeException {

    private final String remedy;

    DatabaseStartException(String reason, String remedy) {
        this(reason, remedy, null);
    }

    DatabaseStartException(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
