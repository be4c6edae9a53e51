package org.sifang.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.sifang.kernel.DivisionCode;

/** Reads rows of {@code notice}. */
final class NoticeRows {

    private NoticeRows() {}

    static NoticeView read(ResultSet row, int number) throws SQLException {
        return new NoticeView(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getString("issuer"),
                new DivisionCode(row.getString("division")),
                NoticeState.valueOf(row.getString("state")),
                DefinitionCodec.read(row.getString("definition")),
                row.getInt("version"),
                row.getString("drafted_by"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("issued_by"),
                DutyRows.instant(row, "issued_at"),
                row.getString("ended_by"),
                DutyRows.instant(row, "ended_at"),
                row.getString("end_reason"),
                row.getObject("superseded_by", UUID.class));
    }
}
