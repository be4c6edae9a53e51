package org.sifang.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.organization.OrganizationKind;

/** Reads and writes rows of {@code duty}. */
final class DutyRows {

    static final String INSERT = """
            insert into duty (id, notice, round, obligation, clause, kind, organization, organization_name,
                organization_kind, division, sector, issuer, responsible, deputy, state, timeliness, opens_at,
                receipt_due_at, due_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SENT', 'PENDING', ?, ?, ?)""";

    private DutyRows() {}

    static Object[] row(Duty duty) {
        return new Object[] {
            duty.id(),
            duty.notice(),
            duty.round(),
            duty.obligation(),
            duty.clause(),
            duty.kind().name(),
            duty.organization(),
            duty.organizationName(),
            duty.organizationKind().name(),
            duty.division().value(),
            duty.sector(),
            duty.issuer(),
            duty.responsible(),
            duty.deputy(),
            Timestamp.from(duty.opensAt()),
            timestamp(duty.receiptDueAt()),
            Timestamp.from(duty.dueAt())
        };
    }

    static Duty read(ResultSet row, int number) throws SQLException {
        String rungAction = row.getString("rung_action");
        return new Duty(
                row.getObject("id", UUID.class),
                row.getObject("notice", UUID.class),
                row.getObject("round", UUID.class),
                row.getString("obligation"),
                row.getString("clause"),
                ObligationKind.valueOf(row.getString("kind")),
                row.getString("organization"),
                row.getString("organization_name"),
                OrganizationKind.valueOf(row.getString("organization_kind")),
                new DivisionCode(row.getString("division")),
                row.getString("sector"),
                row.getString("issuer"),
                row.getString("responsible"),
                row.getString("deputy"),
                DutyState.valueOf(row.getString("state")),
                Timeliness.valueOf(row.getString("timeliness")),
                row.getObject("zero", Boolean.class),
                row.getInt("rung"),
                rungAction == null ? null : LadderAction.valueOf(rungAction),
                row.getTimestamp("opens_at").toInstant(),
                instant(row, "receipt_due_at"),
                row.getTimestamp("due_at").toInstant(),
                instant(row, "received_at"),
                row.getString("received_by"),
                instant(row, "submitted_at"),
                row.getString("submitted_by"),
                row.getString("signed_by"),
                instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("reason"),
                row.getInt("submissions"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
