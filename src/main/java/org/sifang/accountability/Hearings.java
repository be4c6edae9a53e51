package org.sifang.accountability;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.organization.Wording;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 陈述申辩: the party states its case, waives that, or lets its period pass. Nothing is decided before one of the three. */
@Service
public class Hearings {

    private final AccountabilityRows rows;
    private final Powers powers;
    private final CaseNews news;
    private final AccountabilityFlow flow;

    Hearings(AccountabilityRows rows, Powers powers, CaseNews news, AccountabilityFlow flow) {
        this.rows = rows;
        this.powers = powers;
        this.news = news;
        this.flow = flow;
    }

    /** What the party says for itself. */
    @Transactional
    public void state(UUID id, String text, Actor by, Instant now) {
        take(id, HearingKind.STATEMENT, text, by, now);
    }

    /** The party says that it will not state anything. */
    @Transactional
    public void waive(UUID id, @Nullable String remark, Actor by, Instant now) {
        take(id, HearingKind.WAIVED, remark, by, now);
    }

    private void take(UUID id, HearingKind kind, @Nullable String text, Actor by, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (!powers.speaks(one, by)) {
            throw new AccessDeniedException("Does not speak for the party");
        }
        CaseFaults faults = new CaseFaults();
        if (kind == HearingKind.STATEMENT) {
            faults.text("statement", text);
        } else {
            faults.free("statement", text);
        }
        faults.raise();
        String said = text == null || text.isBlank() ? null : text.strip();
        rows.save(one.heard(new Hearing(kind, said, by.username(), now)));
        news.record(one, kind == HearingKind.STATEMENT ? "stated" : "waived", by.username(), Map.of(), now);
        news.tellAuthority(
                one,
                Role.DISCIPLINE,
                "heard",
                List.of(CaseNews.party(one), Wording.message("accountability.hearing." + kind)));
        flow.heard(id);
    }

    /** Nobody said anything until the end of the period; once. */
    @Transactional
    public void expire(UUID id, Instant now) {
        AccountabilityCase one = rows.lock(id);
        if (one.hearing() == null) {
            rows.save(one.heard(new Hearing(HearingKind.EXPIRED, null, Actor.SYSTEM, now)));
            news.record(one, "expired", Actor.SYSTEM, Map.of(), now);
            news.tellAuthority(
                    one,
                    Role.DISCIPLINE,
                    "heard",
                    List.of(CaseNews.party(one), Wording.message("accountability.hearing." + HearingKind.EXPIRED)));
        }
    }
}
