package org.sifang.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Columns;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.ObligationKind;
import org.sifang.organization.Actor;
import org.sifang.organization.ScopeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of reports. */
@Repository
class ReportStore {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<CategoryCount>> COUNTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    ReportStore(JdbcClient jdbc, JdbcTemplate batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    Optional<Report> find(UUID id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    Map<UUID, Report> find(Collection<UUID> ids) {
        String[] wanted = ids.stream().map(UUID::toString).toArray(String[]::new);
        Map<UUID, List<FrozenTable>> tables =
                jdbc.sql("""
                                select t.*, t.content is not null as kept from report_table t
                                 where t.report = any(:ids::uuid[]) order by t.version, t.supplement""").param("ids", wanted).query(ReportStore::table).list().stream()
                        .collect(Collectors.groupingBy(FrozenTable::report));
        return jdbc
                .sql("select r.* from report r where r.id = any(:ids::uuid[])")
                .param("ids", wanted)
                .query((row, number) -> report(row, tables.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list()
                .stream()
                .collect(Collectors.toMap(Report::id, report -> report));
    }

    /** Ids of those handed in that he may see, the latest first. */
    ItemPage<UUID> submitted(Actor reader, ReportFilter filter, int page, int size) {
        ScopeFilter scope = ScopeFilter.of(reader.scope(), "r.organization", "r.division", "r.sector");
        Map<String, Object> parameters = new HashMap<>(scope.parameters());
        parameters.put("reader", reader.organization());
        StringBuilder sql = new StringBuilder("""
                 from report r join report_table t
                   on t.report = r.id and t.supplement = 0 and t.withdrawn_at is null
                 where (""" + scope.sql() + " or r.issuer = :reader)");
        narrow(sql, parameters, "r.notice", "notice", filter.notice());
        narrow(sql, parameters, "r.organization", "organization", filter.organization());
        narrow(sql, parameters, "r.day", "day", filter.day() == null ? null : Date.valueOf(filter.day()));
        long total = jdbc.sql("select count(*) " + sql)
                .params(parameters)
                .query(Long.class)
                .single();
        List<UUID> ids = jdbc.sql("select r.id " + sql + " order by t.frozen_at desc, r.id limit :limit offset :offset")
                .params(parameters)
                .param("limit", size)
                .param("offset", (long) page * size)
                .query(UUID.class)
                .list();
        return new ItemPage<>(ids, total, page, size);
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> parameters, String column, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    /** Submitted reports of one place, the latest last. */
    List<Report> submitted(UUID notice, String organization) {
        List<UUID> ids = jdbc.sql("""
                        select r.id from report r join report_table t on t.report = r.id
                         where r.notice = :notice and r.organization = :organization
                           and t.supplement = 0 and t.withdrawn_at is null
                         order by t.frozen_at, t.id""")
                .param("notice", notice)
                .param("organization", organization)
                .query(UUID.class)
                .list();
        Map<UUID, Report> found = find(ids);
        return ids.stream().map(found::get).toList();
    }

    /** One writer at a time for the reports of one place, until the transaction's end. */
    void lock(UUID notice, String organization) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 700))")
                .param("key", notice + "/" + organization)
                .query((row, number) -> "")
                .list();
    }

    Set<UUID> reported(UUID notice, String organization) {
        return new HashSet<>(
                jdbc.sql("select person from report_person where notice = :notice and organization = :organization")
                        .param("notice", notice)
                        .param("organization", organization)
                        .query(UUID.class)
                        .list());
    }

    int nextNumber(String organization, int year) {
        return jdbc.sql("""
                        insert into report_numbering (organization, year, last) values (:organization, :year, 1)
                        on conflict (organization, year) do update set last = report_numbering.last + 1
                        returning last""")
                .param("organization", organization)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** Keeps the report's first day and deadline when it is there already. */
    void insert(Report report) {
        jdbc.sql("""
                        insert into report (id, notice, obligation, clause, kind, organization, organization_name,
                            division, sector, issuer, day, due_at)
                        values (:id, :notice, :obligation, :clause, :kind, :organization, :name, :division, :sector,
                            :issuer, :day, :dueAt)
                        on conflict (id) do nothing""")
                .param("id", report.id())
                .param("notice", report.notice())
                .param("obligation", report.obligation())
                .param("clause", report.clause())
                .param("kind", report.kind().name())
                .param("organization", report.organization())
                .param("name", report.organizationName())
                .param("division", report.division().value())
                .param("sector", report.sector())
                .param("issuer", report.issuer())
                .param("day", Date.valueOf(report.day()))
                .param("dueAt", Timestamp.from(report.dueAt()))
                .update();
    }

    void insert(Report report, FrozenTable table, byte[] content, List<UUID> people) {
        jdbc.sql("""
                        insert into report_table (id, report, version, supplement, number, frozen_at, submitted_by,
                            signed_by, zero, people, remark, counts, hash, content)
                        values (:id, :report, :version, :supplement, :number, :at, :by, :signer, :zero, :people,
                            :remark, :counts::jsonb, :hash, :content)""")
                .param("id", table.id())
                .param("report", report.id())
                .param("version", table.version())
                .param("supplement", table.supplement())
                .param("number", table.number())
                .param("at", Timestamp.from(table.frozenAt()))
                .param("by", table.submittedBy())
                .param("signer", table.signedBy())
                .param("zero", table.zero())
                .param("people", table.people())
                .param("remark", table.remark())
                .param("counts", write(table.counts()))
                .param("hash", table.hash())
                .param("content", content)
                .update();
        Columns.of(people)
                .uuid(person -> report.notice())
                .text(person -> report.organization())
                .uuid(person -> person)
                .uuid(person -> table.id())
                .execute(
                        batch,
                        "insert into report_person (notice, organization, person, report_table) select * from unnest(?, ?, ?, ?)");
    }

    /** The tables that count no longer do; their people are unreported again. */
    void withdraw(UUID report, Instant at) {
        jdbc.sql("""
                        delete from report_person where report_table in (
                            select id from report_table where report = :report and withdrawn_at is null)""").param("report", report).update();
        jdbc.sql("update report_table set withdrawn_at = :at where report = :report and withdrawn_at is null")
                .param("at", Timestamp.from(at))
                .param("report", report)
                .update();
    }

    Optional<byte[]> content(UUID table) {
        return jdbc.sql("select content from report_table where id = :id and content is not null")
                .param("id", table)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    /** The people go, the numbers and hashes stay; answers how many tables lost their content. */
    int forget(UUID notice) {
        jdbc.sql("delete from report_person where notice = :notice")
                .param("notice", notice)
                .update();
        return jdbc.sql("""
                        update report_table set content = null where content is not null
                           and report in (select id from report where notice = :notice)""").param("notice", notice).update();
    }

    private static Report report(ResultSet row, List<FrozenTable> tables) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getString("obligation"),
                row.getString("clause"),
                ObligationKind.valueOf(row.getString("kind")),
                row.getString("organization"),
                row.getString("organization_name"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("issuer"),
                row.getObject("day", LocalDate.class),
                row.getTimestamp("due_at").toInstant(),
                tables);
    }

    private static FrozenTable table(ResultSet row, int number) throws SQLException {
        return new FrozenTable(
                row.getObject("id", UUID.class),
                row.getObject("report", UUID.class),
                row.getInt("version"),
                row.getInt("supplement"),
                row.getString("number"),
                row.getTimestamp("frozen_at").toInstant(),
                row.getString("submitted_by"),
                row.getString("signed_by"),
                row.getBoolean("zero"),
                row.getInt("people"),
                row.getString("remark"),
                read(row.getString("counts")),
                row.getString("hash"),
                instant(row.getTimestamp("withdrawn_at")),
                row.getBoolean("kept"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static String write(List<CategoryCount> counts) {
        try {
            return JSON.writeValueAsString(counts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Counts can always be written", impossible);
        }
    }

    private static List<CategoryCount> read(String counts) {
        try {
            return JSON.readValue(counts, COUNTS);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Counts of a report cannot be read", damaged);
        }
    }
}
