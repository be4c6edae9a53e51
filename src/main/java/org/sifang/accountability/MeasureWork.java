package org.sifang.accountability;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.sifang.inspection.FindingSource;
import org.sifang.inspection.Findings;
import org.sifang.inspection.NewFinding;
import org.sifang.inspection.Severity;
import org.sifang.notice.BreachKind;
import org.sifang.notice.BreachSeverity;
import org.sifang.organization.Actor;
import org.sifang.organization.Addressees;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;
import org.sifang.organization.Organizations;
import org.sifang.organization.Role;
import org.sifang.organization.Standings;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries the measures out, each once for a case. */
@Service
public class MeasureWork {

    private final AccountabilityRows rows;
    private final AccountabilityCases cases;
    private final Papers papers;
    private final Organizations organizations;
    private final Standings standings;
    private final Findings findings;
    private final CaseNews news;
    private final MessageSource messages;

    MeasureWork(
            AccountabilityRows rows,
            AccountabilityCases cases,
            Papers papers,
            Organizations organizations,
            Standings standings,
            Findings findings,
            CaseNews news,
            MessageSource messages) {
        this.rows = rows;
        this.cases = cases;
        this.papers = papers;
        this.organizations = organizations;
        this.standings = standings;
        this.findings = findings;
        this.news = news;
        this.messages = messages;
    }

    /** What is particular about a measure, beside its document, its entry and the word to the party. */
    @FunctionalInterface
    private interface Particular {
        void carryOut(AccountabilityCase one);
    }

    /** 催办通知书. */
    @Transactional
    public void urge(UUID id, Instant now) {
        once(id, MeasureKind.WRITTEN_URGE, one -> {}, now);
    }

    /** 通报批评: to everybody the authority commands. */
    @Transactional
    public void circulate(UUID id, Instant now) {
        once(
                id,
                MeasureKind.CIRCULATED_CRITICISM,
                one -> news.tellLeaders(one, readers(one), "circulated", List.of(CaseNews.party(one))),
                now);
    }

    private List<String> readers(AccountabilityCase one) {
        Addressees below = new Addressees(
                Set.of(OrganizationKind.COMMAND, OrganizationKind.DEPARTMENT),
                Set.of(OrganizationLevel.CITY, OrganizationLevel.COUNTY),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                one.authorityDivision());
        return organizations.select(below).stream()
                .map(Organization::code)
                .filter(code -> !code.equals(one.organization()))
                .toList();
    }

    /** 约谈: the authority's leaders see to it. */
    @Transactional
    public void summon(UUID id, Instant now) {
        once(
                id,
                MeasureKind.INTERVIEW,
                one -> news.tellAuthority(one, Role.LEADER, "toInterview", List.of(CaseNews.party(one))),
                now);
    }

    /** 责令整改: a finding with a rectification of its own. */
    @Transactional
    public void orderRectification(UUID id, Instant now) {
        once(id, MeasureKind.RECTIFICATION, one -> rectify(one, now), now);
    }

    /** 暂停资格: everybody who gives work to the unit sees it, until it has rectified or a leader reinstates it. */
    @Transactional
    public void suspend(UUID id, Instant now) {
        once(
                id,
                MeasureKind.SUSPENSION,
                one -> {
                    String reason = Wording.message("accountability.suspended");
                    standings.suspend(one.organization(), one.id(), reason, Actor.SYSTEM, now);
                    if (cases.breaches(id).stream().noneMatch(breach -> breach.kind() == BreachKind.FINDING)) {
                        rectify(one, now);
                    }
                },
                now);
    }

    /** 移送: to discipline inspection, with the sealed fact file; of a person, to the police. */
    @Transactional
    public void refer(UUID id, Instant now) {
        once(
                id,
                MeasureKind.REFERRAL,
                one -> news.tellAuthority(one, Role.DISCIPLINE, "referred", List.of(CaseNews.party(one))),
                now);
    }

    private void once(UUID id, MeasureKind measure, Particular particular, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (rows.carryOut(id, measure, now)) {
            papers.issue(id, PaperKind.of(measure), Actor.SYSTEM, now);
            particular.carryOut(one);
            news.record(one, "carriedOut", Actor.SYSTEM, Map.of("measure", CaseNews.measure(measure)), now);
            news.tellParty(one, "carriedOut", List.of(CaseNews.party(one), CaseNews.measure(measure)));
        }
    }

    private void rectify(AccountabilityCase one, Instant now) {
        BreachSeverity gravity = Objects.requireNonNull(one.assessment()).severity();
        findings.record(
                List.of(new NewFinding(
                        one.notice(),
                        null,
                        null,
                        one.organization(),
                        one.authority(),
                        null,
                        "accountability",
                        words("accountability.rectification.item"),
                        words("accountability.rectification.description"),
                        FindingSource.HAND,
                        one.id(),
                        switch (gravity) {
                            case ORDINARY -> Severity.MINOR;
                            case SERIOUS -> Severity.MAJOR;
                            case GRAVE -> Severity.SEVERE;
                        })),
                Actor.SYSTEM,
                now);
    }

    /** In Chinese, as what an inspector writes down is: it is stored. */
    private String words(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE));
    }
}
