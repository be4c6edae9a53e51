package org.sifang.kernel;

import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Many rows in one statement: each column travels as one PostgreSQL array, and the statement reads them with
 * {@code unnest(?, ?, …)} in the order the columns were named here. Ten thousand rows cost one round trip.
 */
public final class Columns<T> {

    private final Collection<T> rows;
    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(String type, Function<T, @Nullable Object> value) {}

    private Columns(Collection<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(Collection<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> text(Function<T, @Nullable String> value) {
        return column("text", value::apply);
    }

    public Columns<T> uuid(Function<T, @Nullable UUID> value) {
        return column("uuid", value::apply);
    }

    public Columns<T> instant(Function<T, @Nullable Instant> value) {
        return column("timestamptz", row -> {
            Instant instant = value.apply(row);
            return instant == null ? null : instant.toString();
        });
    }

    private Columns<T> column(String type, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(type, value));
        return this;
    }

    /** Runs the statement in the current transaction; answers the number of rows it touched. */
    public int execute(JdbcOperations jdbc, String sql) {
        Integer touched = jdbc.execute(sql, (PreparedStatement statement) -> {
            int number = 0;
            for (Column<T> column : columns) {
                Object[] values = rows.stream().map(column.value()).toArray();
                statement.setArray(++number, statement.getConnection().createArrayOf(column.type(), values));
            }
            return statement.executeUpdate();
        });
        return touched == null ? 0 : touched;
    }
}
