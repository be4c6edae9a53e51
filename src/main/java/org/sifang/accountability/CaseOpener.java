package org.sifang.accountability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Ids;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.PartyKind;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts a breach to the open case of the same party and notice, or opens one. */
@Component
class CaseOpener {

    private static final Logger log = LoggerFactory.getLogger(CaseOpener.class);

    private final AccountabilityRows rows;
    private final Authorities authorities;
    private final Organizations organizations;
    private final Notices notices;
    private final FoundCases people;
    private final AccountabilitySettings settings;
    private final AccountabilityFlow flow;
    private final CaseNews news;

    CaseOpener(
            AccountabilityRows rows,
            Authorities authorities,
            Organizations organizations,
            Notices notices,
            FoundCases people,
            AccountabilitySettings settings,
            AccountabilityFlow flow,
            CaseNews news) {
        this.rows = rows;
        this.authorities = authorities;
        this.organizations = organizations;
        this.notices = notices;
        this.people = people;
        this.settings = settings;
        this.flow = flow;
        this.news = news;
    }

    void take(List<RecordedBreach> breaches, Instant now) {
        List<AccountabilityCase> opened = new ArrayList<>();
        for (RecordedBreach breach : breaches) {
            if (rows.caseOf(breach.id()).isPresent()) {
                continue;
            }
            rows.queueFor(breach.partyKind(), breach.party(), breach.notice());
            Optional<AccountabilityCase> running = rows.open(breach.partyKind(), breach.party(), breach.notice())
                    .filter(one -> canJoin(one, now));
            if (running.isPresent()) {
                join(breach, running.get(), now);
            } else {
                open(breach, now).ifPresent(opened::add);
            }
        }
        news.opened(opened);
    }

    /** A breach is answered for only when the party can still say something about it. */
    private boolean canJoin(AccountabilityCase one, Instant now) {
        return one.state() == CaseState.OPEN
                || one.state() == CaseState.NOTIFIED
                        && one.statementDueAt() != null
                        && !now.plus(settings.joining()).isAfter(one.statementDueAt());
    }

    private void join(RecordedBreach breach, AccountabilityCase running, Instant now) {
        if (rows.join(breach.id(), running.id(), now)) {
            news.joined(running, breach, now);
        }
    }

    private Optional<AccountabilityCase> open(RecordedBreach breach, Instant now) {
        Optional<Organization> answering = answering(breach);
        if (answering.isEmpty()) {
            log.warn("Nobody is known to answer for breach {}", breach.id());
            return Optional.empty();
        }
        UUID id = Ids.next();
        AccountabilityCase opened = fresh(id, breach, answering.get(), now);
        rows.insert(opened);
        rows.join(breach.id(), id, now);
        news.recordOpened(opened, breach, now);
        flow.opened(id);
        return Optional.of(opened);
    }

    private AccountabilityCase fresh(UUID id, RecordedBreach breach, Organization party, Instant now) {
        Organization authority = authorities.over(party, notice(breach.notice()));
        boolean individual = breach.partyKind() == PartyKind.INDIVIDUAL;
        return new AccountabilityCase(
                id,
                breach.notice(),
                breach.partyKind(),
                breach.party(),
                individual ? PartyGroup.INDIVIDUAL : PartyGroup.of(party.kind()),
                party.code(),
                party.division(),
                party.sector(),
                authority.code(),
                authority.division(),
                CaseState.OPEN,
                now,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private @Nullable NoticeView notice(@Nullable UUID id) {
        return id == null ? null : notices.find(id).orElse(null);
    }

    /** The organisation itself, or the one that answers for the person. */
    private Optional<Organization> answering(RecordedBreach breach) {
        if (breach.partyKind() == PartyKind.ORGANIZATION) {
            return organizations.find(breach.party());
        }
        return people.find(UUID.fromString(breach.party()))
                .map(PersonCase::organization)
                .flatMap(organizations::find);
    }
}
