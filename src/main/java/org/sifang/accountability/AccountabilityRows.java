package org.sifang.accountability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.PartyKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of cases, and which breach belongs to which. */
@Repository
class AccountabilityRows {

    static final String SELECT = "select c.*, (select count(*) from accountability_breach b where b.case_id = c.id)"
            + " as breaches from accountability_case c";

    private final JdbcClient jdbc;

    AccountabilityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountabilityCase opened) {
        jdbc.sql("""
                        insert into accountability_case (id, notice, party_kind, party, party_group, organization, division,
                            sector, authority, authority_division, state, opened_at)
                        values (:id, :notice, :kind, :party, :group, :organization, :division, :sector, :authority,
                            :authorityDivision, :state, :openedAt)""")
                .param("id", opened.id())
                .param("notice", opened.notice())
                .param("kind", opened.partyKind().name())
                .param("party", opened.party())
                .param("group", opened.group().name())
                .param("organization", opened.organization())
                .param("division", opened.division().value())
                .param("sector", opened.sector())
                .param("authority", opened.authority())
                .param("authorityDivision", opened.authorityDivision().value())
                .param("state", opened.state().name())
                .param("openedAt", Timestamp.from(opened.openedAt()))
                .update();
    }

    /** Writes everything that can change. */
    void save(AccountabilityCase changed) {
        new CaseColumns(changed).update(jdbc);
    }

    /** @return false when the breach belongs to a case already */
    boolean join(UUID breach, UUID caseId, Instant now) {
        return jdbc.sql("""
                        insert into accountability_breach (breach, case_id, joined_at) values (:breach, :case, :now)
                        on conflict (breach) do nothing""")
                        .param("breach", breach)
                        .param("case", caseId)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** @return false when this measure has been carried out already */
    boolean carryOut(UUID caseId, MeasureKind measure, Instant now) {
        return jdbc.sql("""
                        insert into accountability_measure (case_id, measure, carried_at) values (:case, :measure, :now)
                        on conflict do nothing""")
                        .param("case", caseId)
                        .param("measure", measure.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** The case a breach belongs to. */
    Optional<UUID> caseOf(UUID breach) {
        return jdbc.sql("select case_id from accountability_breach where breach = :breach")
                .param("breach", breach)
                .query(UUID.class)
                .optional();
    }

    /** The cases that a breach recorded with this subject belongs to. */
    List<UUID> about(UUID subject) {
        return jdbc.sql("""
                        select a.case_id from accountability_breach a join breach b on b.id = a.breach
                         where b.subject = :subject""").param("subject", subject).query(UUID.class).list();
    }

    List<UUID> breaches(UUID caseId) {
        return jdbc.sql("select breach from accountability_breach where case_id = :case order by joined_at, breach")
                .param("case", caseId)
                .query(UUID.class)
                .list();
    }

    /** One at a time may open or join a case of this party and notice; held until the transaction's end. */
    void queueFor(PartyKind kind, String party, @Nullable UUID notice) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:key))")
                .param("key", "accountability:" + kind + ":" + party + ":" + notice)
                .query((row, number) -> 0)
                .list();
    }

    /** The latest of this party and notice that is not over. */
    Optional<AccountabilityCase> open(PartyKind kind, String party, @Nullable UUID notice) {
        return jdbc.sql(SELECT
                        + " where c.party_kind = :kind and c.party = :party and c.notice is not distinct from :notice"
                        + " and c.closed_at is null order by c.id desc limit 1 for update of c")
                .param("kind", kind.name())
                .param("party", party)
                .param("notice", notice, java.sql.Types.OTHER)
                .query(AccountabilityRows::read)
                .optional();
    }

    /** Held until the transaction's end. */
    AccountabilityCase lock(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id for update of c")
                .param("id", id)
                .query(AccountabilityRows::read)
                .optional()
                .orElseThrow(() -> new NotFoundException("accountability"));
    }

    List<AccountabilityCase> find(Collection<UUID> ids) {
        return list(
                SELECT + " where c.id = any(:ids::uuid[])",
                Map.of("ids", ids.stream().map(UUID::toString).toArray(String[]::new)));
    }

    List<AccountabilityCase> list(String sql, Map<String, Object> parameters) {
        return jdbc.sql(sql).params(parameters).query(AccountabilityRows::read).list();
    }

    private static AccountabilityCase read(ResultSet row, int number) throws SQLException {
        return new AccountabilityCase(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                PartyKind.valueOf(row.getString("party_kind")),
                row.getString("party"),
                PartyGroup.valueOf(row.getString("party_group")),
                row.getString("organization"),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("authority"),
                new DivisionCode(row.getString("authority_division")),
                CaseState.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(),
                row.getInt("breaches"),
                instant(row, "notified_at"),
                instant(row, "statement_due_at"),
                hearing(row),
                assessment(row),
                ruling(row),
                execution(row),
                appeal(row),
                instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("close_reason"));
    }

    private static @Nullable Hearing hearing(ResultSet row) throws SQLException {
        String kind = row.getString("hearing");
        return kind == null
                ? null
                : new Hearing(
                        HearingKind.valueOf(kind),
                        row.getString("hearing_text"),
                        row.getString("heard_by"),
                        row.getTimestamp("heard_at").toInstant());
    }

    private static @Nullable Assessment assessment(ResultSet row) throws SQLException {
        Instant at = instant(row, "established_at");
        String proposed = row.getString("proposed");
        return at == null
                ? null
                : new Assessment(
                        BreachSeverity.valueOf(row.getString("severity")),
                        Harm.valueOf(row.getString("harm")),
                        row.getInt("earlier"),
                        row.getString("finding"),
                        row.getString("established_by"),
                        at,
                        proposed == null ? null : MeasureKind.valueOf(proposed),
                        row.getString("proposed_basis"),
                        instant(row, "assessed_at"));
    }

    private static @Nullable Ruling ruling(ResultSet row) throws SQLException {
        Instant at = instant(row, "ruled_at");
        String measure = row.getString("measure");
        return at == null
                ? null
                : new Ruling(
                        measure == null ? null : MeasureKind.valueOf(measure),
                        row.getString("ruling_reason"),
                        row.getString("ruled_by"),
                        at);
    }

    private static @Nullable Execution execution(ResultSet row) throws SQLException {
        Instant at = instant(row, "served_at");
        return at == null
                ? null
                : new Execution(
                        at,
                        Objects.requireNonNull(instant(row, "appeal_until")),
                        Objects.requireNonNull(instant(row, "execution_due_at")),
                        instant(row, "execution_overdue_at"),
                        instant(row, "executed_at"),
                        row.getString("executed_by"),
                        row.getString("execution_result"));
    }

    private static @Nullable Appeal appeal(ResultSet row) throws SQLException {
        Instant at = instant(row, "appealed_at");
        String outcome = row.getString("appeal_outcome");
        return at == null
                ? null
                : new Appeal(
                        row.getString("appeal_reason"),
                        row.getString("appealed_by"),
                        at,
                        outcome == null ? null : AppealOutcome.valueOf(outcome),
                        row.getString("appeal_answer"),
                        row.getString("appeal_decided_by"),
                        instant(row, "appeal_decided_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
