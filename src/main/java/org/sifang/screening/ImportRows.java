package org.sifang.screening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Fault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of imports and of the rows that have a remark. */
@Repository
class ImportRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    ImportRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(SheetImport sheet, OpenSheet.Format format) {
        jdbc.sql("""
                        insert into screening_import (id, notice, organization, division, sector, uploaded_by, uploaded_at,
                               file_name, file_size, format, state, expected, hidden)
                        values (:id, :notice, :organization, :division, :sector, :by, :at, :name, :size, :format,
                               'RUNNING', :expected, :hidden)""")
                .param("id", sheet.id())
                .param("notice", sheet.notice())
                .param("organization", sheet.organization())
                .param("division", sheet.division().value())
                .param("sector", sheet.sector())
                .param("by", sheet.uploadedBy())
                .param("at", at(sheet.uploadedAt()))
                .param("name", sheet.fileName())
                .param("size", sheet.fileSize())
                .param("format", format.name())
                .param("expected", sheet.expected())
                .param("hidden", sheet.hidden())
                .update();
    }

    Optional<SheetImport> find(UUID id) {
        return jdbc.sql("select * from screening_import where id = :id")
                .param("id", id)
                .query(ImportRows::read)
                .optional();
    }

    /**
     * Takes the oldest import that nobody reads. Its reader must come back within the lease; when it does not, it was
     * killed, and another one takes over.
     */
    Optional<SheetImport> claim(UUID reader, Duration lease) {
        return jdbc.sql("""
                        update screening_import set leased_by = :reader, attempts = attempts + 1,
                               leased_until = clock_timestamp() + make_interval(secs => :lease),
                               -- Pauses do not count: the beginning moves by them.
                               work_began = clock_timestamp() - coalesce(work_touched - work_began, interval '0'),
                               work_touched = clock_timestamp()
                         where id = (select id from screening_import
                                      where state = 'RUNNING'
                                        and (leased_until is null or leased_until <= clock_timestamp())
                                      order by uploaded_at, id limit 1 for update skip locked)
                        returning *""")
                .param("reader", reader)
                .param("lease", lease.toMillis() / 1000.0)
                .query(ImportRows::read)
                .optional();
    }

    /** How often the import was taken up since its last rows went in. */
    int attempts(UUID id) {
        return jdbc.sql("select attempts from screening_import where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /**
     * Moves on, in the transaction that took the rows in.
     *
     * @return false when another reader has taken over: then nothing of this transaction may stay
     */
    boolean advance(SheetImport before, int position, Tally chunk, UUID reader, Duration lease) {
        return jdbc.sql("""
                        update screening_import set position = :position, rows = rows + :rows,
                               created = created + :created, updated = updated + :updated,
                               unchanged = unchanged + :unchanged, conflicting = conflicting + :conflicting,
                               rejected = rejected + :rejected, cases = cases + :cases, attempts = 1,
                               leased_until = clock_timestamp() + make_interval(secs => :lease),
                               work_touched = clock_timestamp()
                         where id = :id and position = :before and leased_by = :reader and state = 'RUNNING'""")
                        .param("position", position)
                        .param("rows", chunk.rows())
                        .param("created", chunk.created())
                        .param("updated", chunk.updated())
                        .param("unchanged", chunk.unchanged())
                        .param("conflicting", chunk.conflicting())
                        .param("rejected", chunk.rejected())
                        .param("cases", chunk.cases())
                        .param("lease", lease.toMillis() / 1000.0)
                        .param("id", before.id())
                        .param("before", before.position())
                        .param("reader", reader)
                        .update()
                == 1;
    }

    /** @return false when another reader has taken over */
    boolean finish(UUID id, UUID reader, ImportState state, List<Fault> failure, Instant now) {
        return jdbc.sql("""
                        update screening_import set state = :state, failure = :failure, finished_at = :now,
                               leased_by = null, leased_until = null, work_touched = clock_timestamp(),
                               expected = case when :state = 'DONE' then rows else expected end
                         where id = :id and leased_by = :reader and state = 'RUNNING'""")
                        .param("state", state.name())
                        .param("failure", failure.isEmpty() ? null : FaultJson.write(failure))
                        .param("now", at(now))
                        .param("id", id)
                        .param("reader", reader)
                        .update()
                == 1;
    }

    /** Lets go of an import, so that anybody may go on at once. */
    void release(UUID id, UUID reader) {
        jdbc.sql("""
                        update screening_import set leased_by = null, leased_until = null
                         where id = :id and leased_by = :reader and state = 'RUNNING'""").param("id", id).param("reader", reader).update();
    }

    void remark(UUID id, Collection<RowResult> results) {
        if (results.isEmpty()) {
            return;
        }
        Columns.of(results)
                .uuid(result -> id)
                .number(result -> (long) result.number())
                .text(result -> result.outcome().name())
                .text(result -> FaultJson.write(result.reasons()))
                .execute(
                        template,
                        "insert into screening_row (import, number, outcome, reasons) select * from unnest(?, ?, ?, ?)");
    }

    /** Rows with a remark behind this one, in their order. */
    List<RowResult> remarks(UUID id, @Nullable Outcome outcome, int after, int limit) {
        return jdbc.sql("""
                        select number, outcome, reasons from screening_row
                         where import = :id and number > :after and outcome = coalesce(:outcome, outcome)
                         order by number limit :limit""")
                .param("id", id)
                .param("after", after)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("limit", limit)
                .query((row, number) -> new RowResult(
                        row.getInt("number"),
                        Outcome.valueOf(row.getString("outcome")),
                        false,
                        FaultJson.read(row.getString("reasons"))))
                .list();
    }

    static SheetImport read(ResultSet row, int number) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        OffsetDateTime began = row.getObject("work_began", OffsetDateTime.class);
        OffsetDateTime touched = row.getObject("work_touched", OffsetDateTime.class);
        return new SheetImport(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("uploaded_by"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("file_name"),
                row.getLong("file_size"),
                ImportState.valueOf(row.getString("state")),
                row.getInt("expected"),
                row.getInt("hidden"),
                row.getInt("position"),
                new Tally(
                        row.getInt("rows"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("conflicting"),
                        row.getInt("rejected"),
                        row.getInt("cases")),
                FaultJson.read(row.getString("failure")),
                finished == null ? null : finished.toInstant(),
                began == null || touched == null ? Duration.ZERO : Duration.between(began, touched));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
