package org.sifang.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an officer does about his own password. */
@Service
public class OwnPassword {

    private final OfficerRecords records;
    private final PasswordEncoder encoder;
    private final ApplicationEventPublisher events;

    OwnPassword(OfficerRecords records, PasswordEncoder encoder, ApplicationEventPublisher events) {
        this.records = records;
        this.encoder = encoder;
        this.events = events;
    }

    /** Needs the old one, so that a screen left open does not give the account away. */
    @Transactional
    public void change(Actor actor, String old, String chosen, Instant now) {
        String hash = records.passwordHash(actor.username()).orElseThrow(() -> new NotFoundException("officer"));
        List<Fault> faults = new ArrayList<>();
        if (!encoder.matches(old, hash)) {
            faults.add(Fault.at("old", "fault.password.old"));
        } else if (old.equals(chosen)) {
            faults.add(Fault.at("password", "fault.password.same"));
        }
        faults.addAll(PasswordRule.check(chosen, actor.username()));
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
        records.password(actor.username(), encoder.encode(chosen), false, now);
        events.publishEvent(new PasswordChanged(actor.username()));
        events.publishEvent(new Administered(
                now,
                actor.username(),
                "officer.password-changed",
                "officer",
                actor.username(),
                actor.organization(),
                Map.of()));
    }
}
