package org.sifang.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyContent;
import org.sifang.notice.DutyMet;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.ObligationKind;
import org.sifang.notice.RecordedContent;
import org.sifang.notice.Submission;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.Organizations;
import org.springframework.stereotype.Component;

/**
 * Self-checks and inventories: asked by the checklist that the obligation names, kept item by item, and what is missing
 * becomes a finding when it is handed in. Handed in without the form, only the remark is known.
 */
@Component
class CheckContent implements DutyContent {

    private static final Map<ObligationKind, String> USUAL =
            Map.of(ObligationKind.SELF_CHECK, "five-haves", ObligationKind.INVENTORY, "supplies");

    private final Checklists checklists;
    private final CheckForm form;
    private final CheckAnswers answers;
    private final Findings findings;
    private final FindingRows rows;
    private final Notices notices;
    private final Organizations organizations;
    private final RecordedContent recorded;

    CheckContent(
            Checklists checklists,
            CheckForm form,
            CheckAnswers answers,
            Findings findings,
            FindingRows rows,
            Notices notices,
            Organizations organizations,
            RecordedContent recorded) {
        this.checklists = checklists;
        this.form = form;
        this.answers = answers;
        this.findings = findings;
        this.rows = rows;
        this.notices = notices;
        this.organizations = organizations;
        this.recorded = recorded;
    }

    @Override
    public Set<ObligationKind> kinds() {
        return USUAL.keySet();
    }

    @Override
    public JsonNode form(Duty duty, JsonNode file) {
        return form.of(checklist(duty), file);
    }

    @Override
    public Map<String, Object> open(Duty duty, Actor reader) {
        return Map.of();
    }

    /** The schema has said what is needed; here only what does not belong into a free text. */
    @Override
    public void check(Duty duty, Map<String, Object> values, Actor by, Instant now) {
        List<Fault> faults = new ArrayList<>();
        values.forEach((key, value) -> {
            if (value instanceof String text) {
                PersonalNumbers.refuse(key, text, faults);
            }
        });
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    @Override
    public DutyMet submit(Duty duty, Map<String, Object> values, Submission submission, String by, Instant now) {
        List<CheckAnswer> said = form.read(checklist(duty), values, duty, by, now);
        answers.keep(said);
        DutyMet met = recorded.submit(duty, values, submission, by, now);
        List<CheckAnswer> missing = said.stream()
                .filter(one -> one.answer() == SelfAnswer.NO)
                .filter(one -> rows.standing(one.organization(), one.checklist(), one.item())
                        .isEmpty())
                .toList();
        Optional<NoticeView> notice = notices.find(duty.notice());
        findings.record(missing.stream().map(one -> found(duty, one, notice)).toList(), by, now);
        return met;
    }

    private NewFinding found(Duty duty, CheckAnswer answer, Optional<NoticeView> notice) {
        return new NewFinding(
                duty.notice(),
                duty.clause(),
                notice.map(view -> view.definition().clause(duty.clause()).text())
                        .orElse(null),
                duty.organization(),
                orderer(duty),
                answer.checklist(),
                answer.item(),
                answer.itemText(),
                form.description(answer),
                duty.kind() == ObligationKind.INVENTORY ? FindingSource.INVENTORY : FindingSource.SELF_CHECK,
                duty.id(),
                answer.severity());
    }

    /** The command or department right above it, which oversees it every day; else who issued the notice. */
    private String orderer(Duty duty) {
        return organizations
                .find(duty.organization())
                .map(Organization::parent)
                .flatMap(organizations::find)
                .filter(above ->
                        above.kind() == OrganizationKind.COMMAND || above.kind() == OrganizationKind.DEPARTMENT)
                .map(Organization::code)
                .orElse(duty.issuer());
    }

    private Checklist checklist(Duty duty) {
        return Optional.ofNullable(named(duty))
                .flatMap(checklists::find)
                .orElseGet(() -> checklists.require(USUAL.getOrDefault(duty.kind(), "five-haves")));
    }

    private @Nullable String named(Duty duty) {
        return notices.find(duty.notice())
                .flatMap(view -> view.definition().obligation(duty.obligation()))
                .map(one -> one.checklist())
                .orElse(null);
    }
}
