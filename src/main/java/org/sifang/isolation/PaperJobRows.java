package org.sifang.isolation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.sifang.kernel.DivisionCode;
import org.sifang.organization.Actor;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Jobs that print papers, whom they are for, and how far they are. */
@Repository
class PaperJobRows {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PaperJobRows(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insert(PaperJob job, List<UUID> cases) {
        jdbc.sql("""
                        insert into case_paper_job (id, kind, organization, division, sector, ordered_by, ordered_at, state,
                               people)
                        values (:id, :kind, :organization, :division, :sector, :by, :at, 'RUNNING', :people)""")
                .param("id", job.id())
                .param("kind", job.kind().name())
                .param("organization", job.organization())
                .param("division", job.division().value())
                .param("sector", job.sector())
                .param("by", job.orderedBy())
                .param("at", Timestamp.from(job.orderedAt()))
                .param("people", job.people())
                .update();
        Columns.of(IntStream.range(0, cases.size()).boxed().toList())
                .uuid(place -> job.id())
                .number(place -> place + 1L)
                .uuid(cases::get)
                .execute(template, "insert into case_paper_target select * from unnest(?, ?, ?)");
    }

    Optional<PaperJob> find(UUID id) {
        return jdbc.sql("select * from case_paper_job where id = :id")
                .param("id", id)
                .query(PaperJobRows::read)
                .optional();
    }

    /** The latest ones that he may see. */
    List<PaperJob> latest(Actor reader, int limit) {
        ScopeFilter scope = ScopeFilter.of(reader.scope(), "j.organization", "j.division", "j.sector");
        return jdbc.sql("select j.* from case_paper_job j where " + scope.sql() + " order by j.id desc limit :limit")
                .params(scope.parameters())
                .param("limit", limit)
                .query(PaperJobRows::read)
                .list();
    }

    /**
     * Takes the oldest job that nobody prints. Its printer must come back within the lease; when it does not, it was
     * killed, and another one takes over.
     */
    Optional<PaperJob> claim(UUID printer, Duration lease) {
        return jdbc.sql("""
                        update case_paper_job set leased_by = :printer, attempts = attempts + 1,
                               leased_until = clock_timestamp() + make_interval(secs => :lease)
                         where id = (select id from case_paper_job
                                      where state = 'RUNNING'
                                        and (leased_until is null or leased_until <= clock_timestamp())
                                      order by ordered_at, id limit 1 for update skip locked)
                        returning *""")
                .param("printer", printer)
                .param("lease", lease.toMillis() / 1000.0)
                .query(PaperJobRows::read)
                .optional();
    }

    /** How often it was taken up since its last file. */
    int attempts(UUID id) {
        return jdbc.sql("select attempts from case_paper_job where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** The next cases behind its position, in their order. */
    List<UUID> next(PaperJob job, int limit) {
        return jdbc.sql("""
                        select person_case from case_paper_target
                         where job = :job and place > :position order by place limit :limit""")
                .param("job", job.id())
                .param("position", job.position())
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** @return empty when another printer has taken over meanwhile */
    Optional<PaperJob> advance(PaperJob before, int taken, int skipped, UUID printer, Duration lease, Instant now) {
        return jdbc.sql("""
                        update case_paper_job set position = position + :taken, skipped = skipped + :skipped, attempts = 0,
                               leased_until = clock_timestamp() + make_interval(secs => :lease),
                               state = case when position + :taken >= people then 'DONE' else state end,
                               finished_at = case when position + :taken >= people then :now::timestamptz end
                         where id = :id and leased_by = :printer and position = :position and state = 'RUNNING'
                        returning *""")
                .param("taken", taken)
                .param("skipped", skipped)
                .param("lease", lease.toMillis() / 1000.0)
                .param("now", now.toString())
                .param("id", before.id())
                .param("printer", printer)
                .param("position", before.position())
                .query(PaperJobRows::read)
                .optional();
    }

    void release(UUID id, UUID printer) {
        jdbc.sql("update case_paper_job set leased_until = null, attempts = 0 where id = :id and leased_by = :printer")
                .param("id", id)
                .param("printer", printer)
                .update();
    }

    void fail(UUID id, Instant now) {
        jdbc.sql("update case_paper_job set state = 'FAILED', finished_at = :now where id = :id and state = 'RUNNING'")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    private static PaperJob read(ResultSet row, int number) throws SQLException {
        return new PaperJob(
                row.getObject("id", UUID.class),
                PaperKind.valueOf(row.getString("kind")),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("ordered_by"),
                row.getTimestamp("ordered_at").toInstant(),
                PaperJob.State.valueOf(row.getString("state")),
                row.getInt("people"),
                row.getInt("skipped"),
                row.getInt("position"),
                instant(row.getTimestamp("finished_at")),
                instant(row.getTimestamp("deleted_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
