package org.sifang.notice.web;

import java.time.Instant;
import java.util.Optional;
import org.sifang.notice.Duties;
import org.sifang.organization.Actor;
import org.sifang.worklist.CutOff;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The deadline that comes next, of what an organisation owes or has ordered. */
@Component
class NextDuty implements CutOff.Source {

    private final Duties duties;
    private final MessageSource messages;

    NextDuty(Duties duties, MessageSource messages) {
        this.duties = duties;
        this.messages = messages;
    }

    @Override
    public Optional<CutOff> next(Actor actor, Instant now) {
        return duties.next(actor, now)
                .map(duty -> new CutOff(
                        messages.getMessage("duty.kind." + duty.kind(), null, LocaleContextHolder.getLocale()),
                        duty.dueAt(),
                        duty.organization().equals(actor.organization())
                                ? "/duties/" + duty.id()
                                : "/duties?notice=" + duty.notice() + "&obligation=" + duty.obligation()));
    }
}
