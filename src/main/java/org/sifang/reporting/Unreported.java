package org.sifang.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sifang.notice.Category;
import org.sifang.notice.Notices;
import org.sifang.person.PersonClear;
import org.sifang.person.Purpose;
import org.sifang.screening.FoundPeople;
import org.sifang.screening.FoundRow;
import org.sifang.screening.FoundSelection;
import org.springframework.stereotype.Component;

/** The people a report would name now: found for its notice and place, and in no table that counts. */
@Component
class Unreported {

    private final FoundPeople people;
    private final Notices notices;
    private final ReportStore store;
    private final ZoneId zone;

    Unreported(FoundPeople people, Notices notices, ReportStore store, Clock clock) {
        this.people = people;
        this.notices = notices;
        this.store = store;
        this.zone = clock.getZone();
    }

    /** People in clear, and how many of each category, in the notice's order. */
    record Disclosed(List<ReportRow> rows, List<CategoryCount> counts) {}

    /** How many of each category, in the notice's order; touches no personal data. */
    List<CategoryCount> counts(Report report) {
        return counts(categories(report), people.byCategory(selection(report)));
    }

    private static List<CategoryCount> counts(List<Category> categories, Map<String, Integer> found) {
        return categories.stream()
                .filter(category -> found.containsKey(category.code()))
                .map(category ->
                        new CategoryCount(category.code(), category.name(), found.getOrDefault(category.code(), 0)))
                .toList();
    }

    /**
     * Their rows in clear, in the order of being found; written to the journal.
     *
     * @param actor user name of whoever caused it
     * @param reason message key
     */
    Disclosed disclose(Report report, String actor, String reason, Instant now) {
        List<Category> categories = categories(report);
        Map<String, String> names = categories.stream().collect(Collectors.toMap(Category::code, Category::name));
        LocalDate today = now.atZone(zone).toLocalDate();
        List<ReportRow> rows = new ArrayList<>();
        people.disclose(
                selection(report),
                actor,
                new Purpose("@" + reason, "report", report.id().toString(), report.notice(), report.organization()),
                now,
                found -> rows.add(row(found, names, today)));
        Map<String, Integer> found = new HashMap<>();
        rows.forEach(row -> found.merge(row.categoryCode(), 1, Integer::sum));
        return new Disclosed(rows, counts(categories, found));
    }

    private FoundSelection selection(Report report) {
        return FoundSelection.all(report.notice(), report.organization())
                .without(store.reported(report.notice(), report.organization()));
    }

    private List<Category> categories(Report report) {
        return notices.require(report.notice()).definition().categories();
    }

    /** Sex and age as they were typed; only where nothing was typed, as the document says. */
    private static ReportRow row(FoundRow found, Map<String, String> names, LocalDate today) {
        PersonClear person = found.person();
        return new ReportRow(
                found.caseId(),
                person.document().type(),
                person.name(),
                person.sex() == null ? person.sexByDocument() : person.sex(),
                person.age() == null ? person.ageByDocument(today) : person.age(),
                person.document().number(),
                person.phone(),
                person.address(),
                found.category(),
                names.getOrDefault(found.category(), found.category()));
    }
}
