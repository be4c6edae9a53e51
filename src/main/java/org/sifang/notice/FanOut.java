package org.sifang.notice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Counts what a notice would send to whom. */
public final class FanOut {

    private FanOut() {}

    /** @param moment of issue, if the definition names none itself */
    public static FanOutPreview preview(
            NoticeDefinition definition, AddresseeLookup register, Instant moment, ZoneId zone) {
        NoticeDefinition issued = definition.issued(moment, zone);
        Instant issuedAt = issued.issuedAt() == null ? moment : issued.issuedAt();
        List<FanOutPreview.Line> lines = issued.obligations().stream()
                .map(obligation -> new FanOutPreview.Line(
                        obligation.code(),
                        obligation.clause(),
                        obligation.kind(),
                        obligation.addressees(),
                        register.count(obligation.addressees(), issued.issuer()),
                        obligation.firstDue(issuedAt, zone)))
                .toList();
        Instant firstDue = lines.stream()
                .map(FanOutPreview.Line::firstDue)
                .min(Instant::compareTo)
                .orElseThrow();
        return new FanOutPreview(
                lines,
                lines.stream().mapToInt(FanOutPreview.Line::addresseeCount).sum(),
                firstDue);
    }
}
