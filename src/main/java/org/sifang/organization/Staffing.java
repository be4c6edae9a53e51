package org.sifang.organization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.OfficerRecords.NewOfficer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works where and answers for what. Every verb is an administrator's, within his scope; an officer outside it is
 * answered like one that does not exist.
 */
@Service
@Transactional
public class Staffing {

    private final OfficerRecords records;
    private final Officers officers;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;

    Staffing(OfficerRecords records, Officers officers, Organizations organizations, ApplicationEventPublisher events) {
        this.records = records;
        this.officers = officers;
        this.organizations = organizations;
        this.events = events;
    }

    /** @return the initial password, to be shown once */
    public String hire(OfficerDraft draft, Actor by, Instant now) {
        by.require(Role.ADMIN);
        records.oneAtATime();
        List<Fault> faults = new ArrayList<>(draft.faults());
        Optional<Organization> organization = organizations.find(draft.organization());
        if (organization.filter(by.scope()::covers).isEmpty()) {
            faults.add(Fault.at("organisation", "fault.officer.unknown-organisation", draft.organization()));
        }
        if (officers.find(draft.username()).isPresent()) {
            faults.add(Fault.at("username", "fault.officer.taken", draft.username()));
        }
        refuse(faults);
        InitialPassword password = InitialPassword.random();
        records.addAll(List.of(new NewOfficer(draft, password.hash(), true)), now);
        tell(now, by, "officer.hired", draft.username(), draft.organization(), Map.of("roles", roles(draft)));
        return password.text();
    }

    /** Changes name, mail address and roles; user name and organisation stay. */
    public void change(OfficerDraft draft, Actor by, Instant now) {
        Officer officer = require(draft.username(), by);
        List<Fault> faults = new ArrayList<>(draft.faults());
        if (!draft.organization().equals(officer.organization())) {
            faults.add(Fault.at("organisation", "fault.officer.other-organisation", officer.organization()));
        }
        if (officer.username().equals(by.username()) && !draft.roles().contains(Role.ADMIN)) {
            faults.add(Fault.at("roles", "fault.officer.own-administration"));
        }
        refuse(faults);
        records.changeAll(List.of(draft), now);
        tell(now, by, "officer.changed", draft.username(), draft.organization(), Map.of("roles", roles(draft)));
    }

    /**
     * Ends an officer's work at once. Open work follows {@link OfficerDeactivated}.
     *
     * @param successor an active officer of the same organisation; needed when nobody else would answer for it
     */
    public void deactivate(String username, @Nullable String successor, Actor by, Instant now) {
        Officer officer = require(username, by);
        if (!officer.active()) {
            throw new StateConflictException("officer", "INACTIVE", "ACTIVE");
        }
        if (username.equals(by.username())) {
            throw new FaultsException(Fault.at("username", "fault.officer.own-administration"));
        }
        String organization = officer.organization();
        List<Fault> faults = new ArrayList<>();
        if (successor != null && (successor.equals(username) || !worksIn(successor, organization))) {
            faults.add(Fault.at("successor", "fault.officer.successor", successor, organization));
        }
        Responsibility before = officers.responsibleFor(organization);
        Responsibility after = before.without(username, successor);
        if (before.responsible() != null && after.responsible() == null) {
            faults.add(Fault.at("successor", "fault.officer.successor-needed"));
        }
        refuse(faults);
        if (!after.equals(before)) {
            records.appoint(organization, after);
        }
        records.endSubstitutions(username, null, now);
        records.activate(username, false, now);
        events.publishEvent(new OfficerDeactivated(username, organization, successor));
        tell(now, by, "officer.deactivated", username, organization, Map.of("successor", named(successor)));
    }

    /** @return a new initial password, to be shown once: the old one may be known to others by now */
    public String reactivate(String username, Actor by, Instant now) {
        Officer officer = require(username, by);
        if (officer.active()) {
            throw new StateConflictException("officer", "ACTIVE", "INACTIVE");
        }
        records.activate(username, true, now);
        tell(now, by, "officer.reactivated", username, officer.organization(), Map.of());
        return newPassword(username, now);
    }

    /** @return the initial password, to be shown once */
    public String resetPassword(String username, Actor by, Instant now) {
        Officer officer = require(username, by);
        tell(now, by, "officer.password-reset", username, officer.organization(), Map.of());
        return newPassword(username, now);
    }

    /** Names who answers for an organisation; both work there, and are two. */
    public void appoint(
            String organization, @Nullable String responsible, @Nullable String deputy, Actor by, Instant now) {
        by.require(Role.ADMIN);
        organizations
                .find(organization)
                .filter(by.scope()::covers)
                .orElseThrow(() -> new NotFoundException("organisation"));
        List<Fault> faults = new ArrayList<>();
        if (responsible == null) {
            faults.add(Fault.at("responsible", "fault.officer.responsible-needed"));
        } else if (!worksIn(responsible, organization)) {
            faults.add(Fault.at("responsible", "fault.officer.not-here", responsible, organization));
        }
        if (deputy != null && deputy.equals(responsible)) {
            faults.add(Fault.at("deputy", "fault.officer.deputy-same"));
        } else if (deputy != null && !worksIn(deputy, organization)) {
            faults.add(Fault.at("deputy", "fault.officer.not-here", deputy, organization));
        }
        refuse(faults);
        records.appoint(organization, new Responsibility(responsible, deputy));
        events.publishEvent(new Administered(
                now,
                by.username(),
                "organisation.appointed",
                "organisation",
                organization,
                organization,
                Map.of("responsible", named(responsible), "deputy", named(deputy))));
    }

    /** A colleague of the same organisation stands in: groups, roles and messages reach him too. */
    public void substitute(String username, String substitute, Instant from, Instant until, Actor by, Instant now) {
        Officer officer = require(username, by);
        List<Fault> faults = new ArrayList<>();
        if (substitute.equals(username) || !worksIn(substitute, officer.organization())) {
            faults.add(Fault.at("substitute", "fault.officer.not-here", substitute, officer.organization()));
        }
        if (!from.isBefore(until) || !until.isAfter(now)) {
            faults.add(Fault.at("until", "fault.officer.period"));
        }
        refuse(faults);
        records.substitute(new Substitution(new UUID(0, 0), username, substitute, from, until, by.username()), now);
        tell(
                now,
                by,
                "officer.substituted",
                username,
                officer.organization(),
                Map.of("substitute", named(substitute), "from", from.toString(), "until", until.toString()));
    }

    /** Ends a substitution now, or takes it back before it begins. */
    public void endSubstitution(String username, UUID id, Actor by, Instant now) {
        Officer officer = require(username, by);
        records.endSubstitutions(username, id, now);
        tell(now, by, "officer.substitution-ended", username, officer.organization(), Map.of());
    }

    /** Those of an officer and by him that are not over yet. */
    @Transactional(readOnly = true)
    public List<Substitution> substitutions(String username, Actor by, Instant now) {
        require(username, by);
        return records.substitutions(username, now);
    }

    private Officer require(String username, Actor by) {
        by.require(Role.ADMIN);
        return officers.find(username)
                .filter(officer -> by.scope().covers(organizations.require(officer.organization())))
                .orElseThrow(() -> new NotFoundException("officer"));
    }

    private boolean worksIn(String username, String organization) {
        return officers.find(username)
                .filter(officer -> officer.active() && officer.organization().equals(organization))
                .isPresent();
    }

    private String newPassword(String username, Instant now) {
        InitialPassword password = InitialPassword.random();
        records.password(username, password.hash(), true, now);
        events.publishEvent(new PasswordChanged(username));
        return password.text();
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    private static String roles(OfficerDraft draft) {
        return draft.roles().stream()
                .sorted()
                .map(role -> Wording.message("role." + role))
                .collect(Collectors.joining(" "));
    }

    private static String named(@Nullable String username) {
        return username == null ? Wording.message("admin.organisation.nobody") : Wording.officer(username);
    }

    private void tell(
            Instant now, Actor by, String action, String username, String organization, Map<String, String> facts) {
        events.publishEvent(new Administered(now, by.username(), action, "officer", username, organization, facts));
    }
}
