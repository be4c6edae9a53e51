package org.sifang.inspection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.TypedText;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What somebody sees outside any inspection, entered by hand; his organisation orders its rectification. */
@Service
public class HandFindings {

    private static final int LONGEST_ITEM = 120;
    private static final int LONGEST_DESCRIPTION = 1000;

    private final Findings findings;
    private final FindingPowers powers;
    private final Checklists checklists;
    private final Notices notices;
    private final Organizations organizations;

    HandFindings(
            Findings findings,
            FindingPowers powers,
            Checklists checklists,
            Notices notices,
            Organizations organizations) {
        this.findings = findings;
        this.powers = powers;
        this.checklists = checklists;
        this.notices = notices;
        this.organizations = organizations;
    }

    /**
     * What was typed; null where nothing was.
     *
     * @param notice id or number
     * @param clause reference of one of the notice's clauses
     * @param item {@code <checklist>/<item>} when it is one of a checklist, so that it is recognised when it comes again
     * @param itemText what was looked at, when it stands in no checklist
     */
    public record Typed(
            @Nullable String organization,
            @Nullable String notice,
            @Nullable String clause,
            @Nullable String item,
            @Nullable String itemText,
            @Nullable String description,
            @Nullable Severity severity) {}

    /**
     * Keeps it and starts its rectification.
     *
     * @throws AccessDeniedException when he may enter none at all
     */
    @Transactional
    public Finding enter(Typed typed, Actor by, Instant now) {
        if (!powers.mayRecord(by)) {
            throw new AccessDeniedException("Enters no findings");
        }
        List<Fault> faults = new ArrayList<>();
        Optional<Organization> organization = Optional.ofNullable(given(typed.organization()))
                .flatMap(organizations::find)
                .filter(one -> powers.mayRecord(by, one));
        if (organization.isEmpty()) {
            faults.add(Fault.at("organization", "fault.inspection.hand.organization"));
        }
        Optional<NoticeView> notice = notice(typed, by, faults);
        String clause = clause(typed, notice, faults);
        Optional<Known> known = item(typed, faults);
        String description = text(typed.description(), "description", LONGEST_DESCRIPTION, faults);
        if (typed.severity() == null) {
            faults.add(Fault.at("severity", "fault.inspection.hand.severity"));
        }
        if (!faults.isEmpty()
                || organization.isEmpty()
                || known.isEmpty()
                || description == null
                || typed.severity() == null) {
            throw new FaultsException(faults);
        }
        NewFinding found = new NewFinding(
                notice.map(NoticeView::id).orElse(null),
                clause,
                clause == null
                        ? null
                        : notice.map(view -> view.definition().clause(clause).text())
                                .orElse(null),
                organization.get().code(),
                by.organization(),
                known.get().checklist(),
                known.get().code(),
                known.get().text(),
                description,
                FindingSource.HAND,
                null,
                typed.severity());
        return findings.record(List.of(found), by.username(), now).get(0);
    }

    private record Known(@Nullable String checklist, String code, String text) {}

    private Optional<Known> item(Typed typed, List<Fault> faults) {
        String chosen = given(typed.item());
        if (chosen == null) {
            return Optional.ofNullable(text(typed.itemText(), "itemText", LONGEST_ITEM, faults))
                    .map(text -> new Known(null, TypedText.compact(text).toLowerCase(Locale.ROOT), text));
        }
        int slash = chosen.indexOf('/');
        Optional<Known> known = slash < 1
                ? Optional.empty()
                : checklists
                        .find(chosen.substring(0, slash))
                        .flatMap(list -> list.item(chosen.substring(slash + 1))
                                .map(one -> new Known(list.code(), one.code(), one.text())));
        if (known.isEmpty()) {
            faults.add(Fault.at("item", "fault.inspection.hand.item"));
        }
        return known;
    }

    private Optional<NoticeView> notice(Typed typed, Actor by, List<Fault> faults) {
        String wanted = given(typed.notice());
        Optional<NoticeView> notice =
                wanted == null ? Optional.empty() : notices.find(wanted, by).filter(NoticeView::inForce);
        if (wanted != null && notice.isEmpty()) {
            faults.add(Fault.at("notice", "fault.inspection.hand.notice"));
        }
        return notice;
    }

    private static @Nullable String clause(Typed typed, Optional<NoticeView> notice, List<Fault> faults) {
        String wanted = given(typed.clause());
        if (wanted != null
                && notice.stream()
                        .flatMap(view -> view.definition().clauses().stream())
                        .noneMatch(one -> one.ref().equals(wanted))) {
            faults.add(Fault.at("clause", "fault.inspection.hand.clause"));
        }
        return wanted;
    }

    private static @Nullable String text(@Nullable String typed, String path, int longest, List<Fault> faults) {
        String text = given(typed);
        if (text == null || text.length() > longest) {
            faults.add(Fault.at(path, "fault.inspection.hand." + path, longest));
            return null;
        }
        PersonalNumbers.refuse(path, text, faults);
        return text;
    }

    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
