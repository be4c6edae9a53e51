package org.sifang.accountability;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.sifang.kernel.Ids;
import org.sifang.notice.CaseFile;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.NoticeView;
import org.sifang.notice.PartyKind;
import org.sifang.notice.SmallNotice;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A county that stays silent up to the last rung, and the case that is opened on it. */
@Component
@Profile("test")
class BreachStage {

    private final CaseFile file;
    private final DutyDesk desk;
    private final AccountabilityRows rows;
    private final Organizations organizations;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    BreachStage(
            CaseFile file,
            DutyDesk desk,
            AccountabilityRows rows,
            Organizations organizations,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.file = file;
        this.desk = desk;
        this.rows = rows;
        this.organizations = organizations;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** A case and the duty it is about. */
    record Silent(UUID caseId, Duty duty, NoticeView notice) {}

    /** Received, but never handed in. */
    Silent silent(String county) {
        Instant due = file.now().plus(Duration.ofHours(3));
        NoticeView notice = file.issue(SmallNotice.to(county).due(due));
        Duty duty = file.duty(notice, county);
        desk.receive(duty.id(), null, null, file.actor(county + ".officer"));
        file.until(due.plus(Duration.ofHours(7)));
        return new Silent(caseOf(duty), file.duty(notice, county), notice);
    }

    /** The case its breach belongs to; opened here when nobody has taken the breach up. */
    private UUID caseOf(Duty duty) {
        UUID breach = jdbc.sql("select id from breach where duty = :duty")
                .param("duty", duty.id())
                .query(UUID.class)
                .single();
        return jdbc.sql("select case_id from accountability_breach where breach = :breach")
                .param("breach", breach)
                .query(UUID.class)
                .optional()
                .orElseGet(() -> opened(duty, breach));
    }

    private UUID opened(Duty duty, UUID breach) {
        Organization party = organizations.require(duty.organization());
        Organization authority = organizations.require("150500");
        AccountabilityCase opened = new AccountabilityCase(
                Ids.next(),
                duty.notice(),
                PartyKind.ORGANIZATION,
                party.code(),
                PartyGroup.of(party.kind()),
                party.code(),
                party.division(),
                party.sector(),
                authority.code(),
                authority.division(),
                CaseState.OPEN,
                file.now(),
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
        transaction.executeWithoutResult(status -> {
            rows.insert(opened);
            rows.join(breach, opened.id(), file.now());
        });
        return opened.id();
    }
}
