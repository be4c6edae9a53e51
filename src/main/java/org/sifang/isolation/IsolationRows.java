package org.sifang.isolation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.Isolation.Settlement;
import org.sifang.kernel.Columns;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.ReleaseRule;
import org.springframework.jdbc.core.JdbcOperations;

/** Reads and rewrites rows of {@code isolation_case}. */
final class IsolationRows {

    private static final String LINE = "\n";

    private IsolationRows() {}

    static Isolation read(ResultSet row, int number) throws SQLException {
        return new Isolation(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getString("clause"),
                new ControlMeasure(
                        IsolationKind.valueOf(row.getString("kind")),
                        row.getInt("days"),
                        row.getBoolean("tested"),
                        row.getInt("follow_up_days")),
                ReleaseRule.valueOf(row.getString("rule")),
                row.getInt("negatives"),
                instant(row, "symptoms_at"),
                instant(row, "positive_at"),
                row.getTimestamp("opened_at").toInstant(),
                instant(row, "step_due_at"),
                delivery(row, "order"),
                settlement(row),
                instant(row, "began_at"),
                instant(row, "until_at"),
                decision(row),
                delivery(row, "release"),
                instant(row, "follow_up_until"),
                instant(row, "closed_at"),
                row.getString("close_reason"));
    }

    private static @Nullable Delivery delivery(ResultSet row, String what) throws SQLException {
        Instant at = instant(row, what + "_at");
        return at == null
                ? null
                : new Delivery(
                        at,
                        row.getString(what + "_by"),
                        DeliveryManner.valueOf(row.getString(what + "_how")),
                        row.getString(what + "_remark"));
    }

    private static @Nullable Settlement settlement(ResultSet row) throws SQLException {
        Instant at = instant(row, "settled_at");
        return at == null
                ? null
                : new Settlement(at, row.getString("settled_by"), row.getString("site"), row.getString("bed"));
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String word = row.getString("decision");
        if (word == null) {
            return null;
        }
        String facts = row.getString("decision_facts");
        return new Decision(
                ReleaseWord.valueOf(word),
                facts.isEmpty() ? List.of() : Arrays.asList(facts.split(LINE, -1)),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("decided_by"),
                row.getString("decided_reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static void update(JdbcOperations jdbc, Collection<Isolation> changed) {
        Columns<Isolation> columns = Columns.of(changed)
                .uuid(Isolation::id)
                .text(one -> one.measure().kind().name())
                .number(one -> (long) one.measure().days())
                .flag(one -> one.measure().tested())
                .number(one -> (long) one.measure().followUpDays())
                .number(one -> (long) one.negatives())
                .instant(Isolation::symptomsAt)
                .instant(Isolation::positiveAt)
                .instant(Isolation::stepDueAt)
                .instant(one -> of(one.order()).map(Delivery::at).orElse(null))
                .text(one -> of(one.order()).map(Delivery::by).orElse(null))
                .text(one -> of(one.order()).map(served -> served.how().name()).orElse(null))
                .text(one -> of(one.order()).map(Delivery::remark).orElse(null))
                .instant(one -> settled(one).map(Settlement::at).orElse(null))
                .text(one -> settled(one).map(Settlement::by).orElse(null))
                .text(one -> settled(one).map(Settlement::site).orElse(null))
                .text(one -> settled(one).map(Settlement::bed).orElse(null))
                .instant(Isolation::beganAt)
                .instant(Isolation::untilAt)
                .text(one -> decided(one).map(said -> said.word().name()).orElse(null))
                .text(one -> decided(one)
                        .map(said -> String.join(LINE, said.facts()))
                        .orElse(null))
                .instant(one -> decided(one).map(Decision::at).orElse(null))
                .text(one -> decided(one).map(Decision::by).orElse(null))
                .text(one -> decided(one).map(Decision::reason).orElse(null))
                .instant(one -> of(one.release()).map(Delivery::at).orElse(null))
                .text(one -> of(one.release()).map(Delivery::by).orElse(null))
                .text(one ->
                        of(one.release()).map(served -> served.how().name()).orElse(null))
                .text(one -> of(one.release()).map(Delivery::remark).orElse(null))
                .instant(Isolation::followUpUntil)
                .instant(Isolation::closedAt)
                .text(Isolation::closeReason);
        columns.execute(jdbc, """
                update isolation_case i
                   set kind = n.kind, days = n.days, tested = n.tested, follow_up_days = n.follow_up_days,
                       negatives = n.negatives, symptoms_at = n.symptoms_at, positive_at = n.positive_at,
                       step_due_at = n.step_due_at,
                       order_at = n.order_at, order_by = n.order_by, order_how = n.order_how,
                       order_remark = n.order_remark, settled_at = n.settled_at, settled_by = n.settled_by,
                       site = n.site, bed = n.bed, began_at = n.began_at, until_at = n.until_at,
                       decision = n.decision, decision_facts = n.decision_facts, decided_at = n.decided_at,
                       decided_by = n.decided_by, decided_reason = n.decided_reason, release_at = n.release_at,
                       release_by = n.release_by, release_how = n.release_how, release_remark = n.release_remark,
                       follow_up_until = n.follow_up_until, closed_at = n.closed_at, close_reason = n.close_reason
                  from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                       as n (id, kind, days, tested, follow_up_days, negatives, symptoms_at, positive_at, step_due_at,
                             order_at,
                             order_by, order_how, order_remark, settled_at, settled_by, site, bed, began_at, until_at,
                             decision, decision_facts, decided_at, decided_by, decided_reason, release_at, release_by,
                             release_how, release_remark, follow_up_until, closed_at, close_reason)
                 where i.id = n.id
                """);
    }

    private static Optional<Delivery> of(@Nullable Delivery delivery) {
        return Optional.ofNullable(delivery);
    }

    private static Optional<Settlement> settled(Isolation one) {
        return Optional.ofNullable(one.settlement());
    }

    private static Optional<Decision> decided(Isolation one) {
        return Optional.ofNullable(one.decision());
    }
}
