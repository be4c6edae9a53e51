package org.sifang.kernel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

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

    public Columns<T> bytes(Function<T, byte @Nullable []> value) {
        return column("bytea", value::apply);
    }

    public Columns<T> number(Function<T, @Nullable Long> value) {
        return column("bigint", value::apply);
    }

    public Columns<T> flag(Function<T, @Nullable Boolean> value) {
        return column("boolean", value::apply);
    }

    private Columns<T> column(String type, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(type, value));
        return this;
    }

    /** Runs the statement in the current transaction; answers the number of rows it touched. */
    public int execute(JdbcOperations jdbc, String sql) {
        Integer touched = jdbc.execute(sql, (PreparedStatement statement) -> {
            bind(statement);
            return statement.executeUpdate();
        });
        return touched == null ? 0 : touched;
    }

    /** Runs the statement in the current transaction; answers the rows it returns. */
    public <R> List<R> query(JdbcOperations jdbc, String sql, RowMapper<R> mapper) {
        return jdbc.query(sql, this::bind, mapper);
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int number = 0;
        for (Column<T> column : columns) {
            // The driver tells bytes from other things by the type of the array.
            IntFunction<Object[]> form = column.type().equals("bytea") ? byte[][]::new : Object[]::new;
            Object[] values = rows.stream().map(column.value()).toArray(form);
            statement.setArray(++number, statement.getConnection().createArrayOf(column.type(), values));
        }
    }
}
