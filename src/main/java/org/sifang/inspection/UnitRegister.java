package org.sifang.inspection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sifang.inspection.UnitRecord.Compared;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.Breaches;
import org.sifang.notice.PartyKind;
import org.sifang.notice.RecordedBreach;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.sifang.organization.Organizations;
import org.sifang.organization.Standings;
import org.springframework.stereotype.Service;

/** The register of one organisation, for those in whose scope it lies, itself included. */
@Service
public class UnitRegister {

    private static final int SHOWN = 10;
    private static final int VISITS = 50;
    private static final Duration BACK = Duration.ofDays(3 * 365);

    private final Organizations organizations;
    private final Standings standings;
    private final Inspections inspections;
    private final FindingSearch findings;
    private final Breaches breaches;
    private final CheckAnswers answers;
    private final Checklists checklists;

    UnitRegister(
            Organizations organizations,
            Standings standings,
            Inspections inspections,
            FindingSearch findings,
            Breaches breaches,
            CheckAnswers answers,
            Checklists checklists) {
        this.organizations = organizations;
        this.standings = standings;
        this.inspections = inspections;
        this.findings = findings;
        this.breaches = breaches;
        this.answers = answers;
        this.checklists = checklists;
    }

    /** @throws NotFoundException when there is none he may see */
    public UnitRecord require(String code, Actor reader, Instant now) {
        Organization organization = organizations
                .find(code)
                .filter(one -> reader.scope().covers(one))
                .orElseThrow(() -> new NotFoundException("organisation"));
        ItemPage<Visit> visits = inspections.visits(new VisitFilter(null, code, null, false, false), reader, 0, VISITS);
        FindingFilter own = FindingFilter.of(code);
        List<RecordedBreach> failed =
                new ArrayList<>(breaches.of(PartyKind.ORGANIZATION, code, now.minus(BACK), now.plusSeconds(1)));
        Collections.reverse(failed);
        return new UnitRecord(
                organization,
                standings.of(code).orElse(null),
                standings.history(code),
                visits.items(),
                visits.total(),
                findings.tally(own, reader),
                findings.list(own, reader, 0, SHOWN).items(),
                failed,
                compared(code, visits.items()));
    }

    /** What was said last beside what was found on the last visit with the same checklist. */
    private List<Compared> compared(String code, List<Visit> visits) {
        Map<String, Compared> lines = new LinkedHashMap<>();
        for (CheckAnswer said : answers.latest(code)) {
            lines.put(
                    said.checklist() + "/" + said.item(),
                    new Compared(
                            nameOf(said.checklist()), said.itemText(), said.answer(), said.answeredAt(), null, null));
        }
        Map<String, Visit> last = new LinkedHashMap<>();
        Map<String, Checklist> lists = new LinkedHashMap<>();
        visits.stream()
                .filter(visit -> visit.doneAt() != null)
                .forEach(visit -> inspections.find(visit.inspection()).ifPresent(inspection -> {
                    Checklist list = inspection.checklist();
                    last.merge(list.code(), visit, UnitRegister::later);
                    lists.put(list.code(), list);
                }));
        last.forEach((list, visit) -> inspections.answers(visit.id()).values().forEach(found -> {
            String key = list + "/" + found.item();
            Compared said = lines.get(key);
            lines.put(
                    key,
                    new Compared(
                            nameOf(list),
                            said == null ? textOf(lists.get(list), found.item()) : said.itemText(),
                            said == null ? null : said.said(),
                            said == null ? null : said.saidAt(),
                            found.answer(),
                            visit.doneAt()));
        }));
        return List.copyOf(lines.values());
    }

    private static Visit later(Visit one, Visit other) {
        Instant first = one.doneAt();
        Instant second = other.doneAt();
        return first != null && second != null && first.isBefore(second) ? other : one;
    }

    private String nameOf(String checklist) {
        return checklists.find(checklist).map(Checklist::name).orElse(checklist);
    }

    private static String textOf(@Nullable Checklist list, String item) {
        return Optional.ofNullable(list)
                .flatMap(known -> known.item(item))
                .map(Checklist.Item::text)
                .orElse(item);
    }
}
