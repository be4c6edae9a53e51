package org.sifang.accountability;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.sifang.inspection.Finding;
import org.sifang.inspection.FindingClosed;
import org.sifang.inspection.Findings;
import org.sifang.notice.BreachKind;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Actor;
import org.sifang.organization.Standings;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was to be rectified is: a suspended unit has its status again, and the measure is carried out by itself. */
@Component
class RectifiedCases {

    private static final String REASON = Wording.message("accountability.reinstated.rectified");

    private final AccountabilityRows rows;
    private final AccountabilityCases cases;
    private final AccountabilityDesk desk;
    private final Findings findings;
    private final Standings standings;
    private final CaseNews news;
    private final MessageSource messages;

    RectifiedCases(
            AccountabilityRows rows,
            AccountabilityCases cases,
            AccountabilityDesk desk,
            Findings findings,
            Standings standings,
            CaseNews news,
            MessageSource messages) {
        this.rows = rows;
        this.cases = cases;
        this.desk = desk;
        this.findings = findings;
        this.standings = standings;
        this.news = news;
        this.messages = messages;
    }

    @EventListener
    void closed(FindingClosed event) {
        Stream.concat(Stream.ofNullable(event.sourceId()), rows.about(event.finding()).stream())
                .distinct()
                .flatMap(id -> cases.find(id).stream())
                .filter(one -> waitsFor(one, event))
                .filter(this::allRectified)
                .forEach(one -> rectified(one, event.at()));
    }

    /** A case that ordered a rectification waits for that one; a suspension also for the findings it rests on. */
    private static boolean waitsFor(AccountabilityCase one, FindingClosed event) {
        return one.measure() == MeasureKind.SUSPENSION
                || one.measure() == MeasureKind.RECTIFICATION && one.id().equals(event.sourceId());
    }

    private boolean allRectified(AccountabilityCase one) {
        List<UUID> rests = cases.breaches(one.id()).stream()
                .filter(breach -> breach.kind() == BreachKind.FINDING)
                .map(RecordedBreach::subject)
                .toList();
        return one.measure() == MeasureKind.RECTIFICATION
                || findings.find(rests).stream().noneMatch(Finding::open);
    }

    private void rectified(AccountabilityCase one, Instant now) {
        if (standings.reinstate(one.organization(), one.id(), REASON, Actor.SYSTEM, now)) {
            news.record(one, "reinstated", Actor.SYSTEM, Map.of("reason", REASON), now);
        }
        desk.executedByItself(one.id(), words(), now);
    }

    /** In Chinese, as what people write down as the result is: it is stored. */
    private String words() {
        return Objects.requireNonNull(messages.getMessage("accountability.rectified", null, Locale.SIMPLIFIED_CHINESE));
    }
}
