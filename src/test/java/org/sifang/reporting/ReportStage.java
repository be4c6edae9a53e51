package org.sifang.reporting;

import java.time.Clock;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.PreparedCopy;

/** What the tests of reports begin with. */
final class ReportStage {

    private ReportStage() {}

    /** The Tongliao notice with deadlines ahead and without a number, so that it can be issued again and again. */
    static NoticeDefinition definition(Clock clock) {
        NoticeDefinition copy = PreparedCopy.of(
                new NoticeLibrary(new DefinitionReader()).definition(NoticeLibrary.TONGLIAO_2020),
                clock.instant(),
                clock.getZone());
        return new NoticeDefinition(
                null,
                copy.title(),
                copy.issuer(),
                copy.issuedAt(),
                null,
                copy.clauses(),
                copy.categories(),
                copy.measures(),
                copy.obligations(),
                copy.ladders());
    }
}
