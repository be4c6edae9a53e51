package org.sifang.isolation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sifang.person.SealedRows;
import org.sifang.person.Vault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Printed papers, sealed: they name people. */
@Repository
class PaperStore implements SealedRows {

    /** A file has some megabytes. */
    private static final int AT_ONCE = 5;

    private final JdbcTemplate jdbc;
    private final Vault vault;

    PaperStore(JdbcTemplate jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Behind the files that are there. */
    void write(UUID job, int from, int to, int people, byte[] content) {
        Integer last = jdbc.queryForObject(
                "select coalesce(max(number), 0) from case_paper_file where job = ?", Integer.class, job);
        int number = last == null ? 1 : last + 1;
        jdbc.update(
                "insert into case_paper_file values (?, ?, ?, ?, ?, ?, ?)",
                job,
                number,
                from,
                to,
                people,
                vault.seal(content, context(job, number)),
                vault.key());
    }

    List<PaperJob.File> files(UUID job) {
        return jdbc.query(
                """
                select number, from_place, to_place, people, length(sealed) from case_paper_file where job = ?
                 order by number""",
                (row, line) ->
                        new PaperJob.File(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getLong(5)),
                job);
    }

    Optional<byte[]> read(UUID job, int number) {
        return jdbc
                .query(
                        "select sealed from case_paper_file where job = ? and number = ?",
                        (row, line) -> vault.open(row.getBytes(1), context(job, number)),
                        job,
                        number)
                .stream()
                .findFirst();
    }

    /** Deletes the files of a job; whom it was for stays. */
    void delete(UUID job, Instant now) {
        jdbc.update("delete from case_paper_file where job = ?", job);
        jdbc.update("update case_paper_job set deleted_at = ? where id = ?", Timestamp.from(now), job);
    }

    /**
     * Deletes the files of jobs that ended before this moment.
     *
     * @return how many jobs
     */
    int forget(Instant before, Instant now) {
        List<UUID> jobs = jdbc.queryForList(
                "select id from case_paper_job where finished_at < ? and deleted_at is null",
                UUID.class,
                Timestamp.from(before));
        jobs.forEach(job -> delete(job, now));
        return jobs.size();
    }

    private record Sealed(UUID job, int number, byte[] content) {}

    @Override
    public int sealAnew(int limit) {
        List<Sealed> old = jdbc.query(
                "select job, number, sealed from case_paper_file where key_id <> ? limit ? for update skip locked",
                (row, line) -> new Sealed(row.getObject(1, UUID.class), row.getInt(2), row.getBytes(3)),
                vault.key(),
                Math.min(limit, AT_ONCE));
        for (Sealed one : old) {
            String context = context(one.job(), one.number());
            jdbc.update(
                    "update case_paper_file set sealed = ?, key_id = ? where job = ? and number = ?",
                    vault.seal(vault.open(one.content(), context), context),
                    vault.key(),
                    one.job(),
                    one.number());
        }
        return old.size();
    }

    @Override
    public long sealedOtherwise() {
        Long count =
                jdbc.queryForObject("select count(*) from case_paper_file where key_id <> ?", Long.class, vault.key());
        return count == null ? 0 : count;
    }

    private static String context(UUID job, int number) {
        return "case_paper_file/" + job + "/" + number;
    }
}
