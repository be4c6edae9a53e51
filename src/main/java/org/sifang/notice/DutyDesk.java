package org.sifang.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a duty is received, worked on, signed off, handed in and judged. Forms and API calls come through here alike. */
@Service
public class DutyDesk {

    private final Duties duties;
    private final DutyWork work;
    private final Appointment appointment;
    private final Deadlines deadlines;
    private final Notices notices;
    private final DutyFlow flow;
    private final Announcements announcements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DutyDesk(
            Duties duties,
            DutyWork work,
            Appointment appointment,
            Deadlines deadlines,
            Notices notices,
            DutyFlow flow,
            Announcements announcements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.duties = duties;
        this.work = work;
        this.appointment = appointment;
        this.deadlines = deadlines;
        this.notices = notices;
        this.flow = flow;
        this.announcements = announcements;
        this.events = events;
        this.clock = clock;
    }

    /**
     * 签收: takes the duty on and names who answers for it.
     *
     * @param responsible user name; null leaves the one on file
     * @param deputy user name; null leaves the one on file
     * @throws FaultsException when they do not work there or are the same
     */
    @Transactional
    public Duty receive(UUID id, @Nullable String responsible, @Nullable String deputy, Actor by) {
        Duty duty = seen(id, by);
        NoticeAuthority.answers(by, duty);
        Duty received = duty.receive(responsible, deputy, by.username(), clock.instant());
        appointment.check(duty, responsible, deputy);
        duties.update(received);
        announcements.duty(
                received,
                "received",
                by.username(),
                clock.instant(),
                Map.of("responsible", "officer:" + Objects.requireNonNullElse(received.responsible(), by.username())));
        flow.received(received);
        events.publishEvent(
                new DutyReceived(id, duty.notice(), duty.kind(), duty.organization(), by.username(), clock.instant()));
        return received;
    }

    /** What the work form asks about this duty. */
    public JsonNode form(Duty duty, JsonNode file) {
        return work.form(duty, file);
    }

    /** What the work form shows when it opens. */
    public Map<String, Object> open(Duty duty, Actor reader) {
        return work.open(duty, reader);
    }

    /** The work form is filled in and goes to the chief. */
    @Transactional
    public Duty prepare(UUID id, Map<String, Object> values, Actor by) {
        Duty duty = seen(id, by);
        NoticeAuthority.answers(by, duty);
        Duty prepared = duty.work();
        work.prepare(prepared, values, by, clock.instant());
        duties.update(prepared);
        announcements.duty(prepared, "prepared", by.username(), clock.instant(), Map.of());
        flow.worked(id);
        return prepared;
    }

    /** The chief signs what was prepared, which hands it in, or gives it back with a remark. */
    @Transactional
    public Duty signOff(UUID id, boolean approved, @Nullable String remark, Actor by) {
        Duty duty = seen(id, by);
        NoticeAuthority.signsOff(by, duty);
        if (!approved) {
            needs(remark, "remark");
            Duty again = duty.work();
            duties.update(again);
            announcements.duty(
                    again, "notSigned", by.username(), clock.instant(), Map.of("remark", String.valueOf(remark)));
            flow.signedOff(id, false);
            return again;
        }
        String preparedBy = work.preparedBy(id).orElse(by.username());
        Duty submitted = handIn(duty, new Submission(null, null, by.username()), preparedBy);
        flow.signedOff(id, true);
        return submitted;
    }

    /**
     * Hands it in with one call, as another system does: what the work form would say comes with it or is taken from
     * what is there, and the sign-off stands with the caller's name.
     */
    @Transactional
    public Duty submit(UUID id, @Nullable Boolean zero, @Nullable String remark, Actor by) {
        Duty duty = seen(id, by);
        NoticeAuthority.answers(by, duty);
        Duty submitted = handIn(duty, new Submission(zero, remark, by.username()), by.username());
        flow.handedIn(id);
        return submitted;
    }

    private Duty handIn(Duty duty, Submission submission, String by) {
        Instant now = clock.instant();
        Duty allowed = duty.submit(null, by, submission.signedBy(), now);
        DutyMet met = work.submit(duty, submission, by, now);
        Duty submitted = duty.submit(duty.kind().isReport() ? met.zero() : null, by, submission.signedBy(), now);
        duties.update(submitted);
        announcements.duty(
                submitted,
                "submitted",
                by,
                now,
                Map.of(
                        "signedBy",
                        "officer:" + submission.signedBy(),
                        "timeliness",
                        "@duty.timeliness." + allowed.timeliness(),
                        "zero",
                        submitted.zero() == null ? "" : submitted.zero().toString(),
                        "answer",
                        submitted.zero() == null ? "" : "@duty.answer." + submitted.zero()));
        announcements.tellIssuer(submitted, "submitted", caption(duty));
        events.publishEvent(met);
        return submitted;
    }

    @Transactional
    public Duty accept(UUID id, Actor by) {
        Duty duty = seen(id, by);
        NoticeAuthority.judges(by, duty);
        Duty accepted = duty.accept(by.username(), clock.instant());
        duties.update(accepted);
        announcements.duty(accepted, "accepted", by.username(), clock.instant(), Map.of());
        flow.judged(id, true);
        deadlines.leave(duty.round());
        return accepted;
    }

    /** 退回: to be mended; its round climbs it again, or, if that has ended, a round of its own. */
    @Transactional
    public Duty giveBack(UUID id, String reason, Actor by) {
        Duty duty = seen(id, by);
        NoticeAuthority.judges(by, duty);
        needs(reason, "reason");
        Instant now = clock.instant();
        Duty returned = deadlines.afterReturn(duty.giveBack(reason.strip(), now), now);
        duties.update(returned);
        work.reopen(id);
        announcements.duty(returned, "returned", by.username(), now, Map.of("reason", reason.strip()));
        announcements.tellAddressees(List.of(returned), "returned", caption(duty));
        flow.judged(id, false);
        return returned;
    }

    /** Moves one duty's deadline; only the issuer may. */
    @Transactional
    public Duty extend(UUID id, @Nullable Instant dueAt, @Nullable String reason, Actor by) {
        Duty duty = seen(id, by);
        NoticeAuthority.judges(by, duty);
        if (dueAt == null) {
            throw new FaultsException(Fault.at("dueAt", "fault.notice.extend.missing"));
        }
        needs(reason, "reason");
        Duty extended = deadlines.extend(duty, dueAt, String.valueOf(reason).strip(), clock.instant());
        duties.update(extended);
        announcements.duty(
                extended,
                "extended",
                by.username(),
                clock.instant(),
                Map.of(
                        "before",
                        duty.dueAt().toString(),
                        "reason",
                        String.valueOf(reason).strip()));
        announcements.tellAddressees(List.of(extended), "extended", caption(duty));
        deadlines.leave(duty.round());
        return extended;
    }

    /** 免除: the duty need not be done. */
    @Transactional
    public Duty waive(UUID id, String reason, Actor by) {
        Duty duty = seen(id, by);
        NoticeAuthority.judges(by, duty);
        needs(reason, "reason");
        Duty waived = duty.waive(reason.strip(), by.username(), clock.instant());
        duties.update(waived);
        announcements.duty(waived, "waived", by.username(), clock.instant(), Map.of("reason", reason.strip()));
        announcements.tellAddressees(List.of(waived), "waived", caption(duty));
        flow.waived(id);
        deadlines.leave(duty.round());
        return waived;
    }

    private Duty seen(UUID id, Actor by) {
        duties.require(id, by);
        return duties.lock(id);
    }

    private String caption(Duty duty) {
        return notices.require(duty.notice()).caption();
    }

    private static void needs(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new FaultsException(Fault.at(field, "fault.notice.reason.missing"));
        }
    }
}
