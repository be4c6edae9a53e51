package org.sifang.isolation.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sifang.isolation.CheckReaders;
import org.sifang.isolation.DailyCheck;
import org.sifang.isolation.FollowUpVisit;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.person.People;
import org.sifang.person.PersonMasked;
import org.sifang.screening.CaseMark;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** Checks and visits as lines of a page: with the person behind her mask, and what has to be seen beside her name. */
@Component
class CheckLines {

    private static final int LARGEST_HOUSEHOLD = 12;

    private final People people;
    private final FoundCases cases;
    private final Notices notices;
    private final Wording wording;

    CheckLines(People people, FoundCases cases, Notices notices, Wording wording) {
        this.people = people;
        this.cases = cases;
        this.notices = notices;
        this.wording = wording;
    }

    /** @param answers whether the reader may answer it */
    record Line(DailyCheck check, PersonMasked person, Set<CaseMark> marks, String notice, boolean answers) {

        Line {
            marks = Set.copyOf(marks);
        }

        public boolean unreachable() {
            return marks.contains(CaseMark.UNREACHABLE);
        }

        /** Known to be away: she has to be seen herself. */
        public boolean breached() {
            return marks.contains(CaseMark.BREACHED);
        }
    }

    /** @param dueWords its day, in the reader's language */
    record VisitLine(FollowUpVisit visit, PersonMasked person, String notice, String dueWords, boolean answers) {}

    /** Those who share a phone. */
    record Household(List<Line> lines) {

        Household {
            lines = List.copyOf(lines);
        }

        /** Whether one may answer for all. */
        public boolean together() {
            return lines.size() <= LARGEST_HOUSEHOLD
                    && lines.stream()
                                    .filter(line -> line.answers() && !line.breached())
                                    .count()
                            > 1;
        }

        public Line first() {
            return lines.get(0);
        }
    }

    List<Household> households(List<DailyCheck> checks, Actor reader) {
        Map<String, List<Line>> households = new LinkedHashMap<>();
        lines(checks, reader)
                .forEach(line -> households
                        .computeIfAbsent(line.check().carer() + line.check().household(), key -> new ArrayList<>())
                        .add(line));
        return households.values().stream().map(Household::new).toList();
    }

    List<Line> lines(List<DailyCheck> checks, Actor reader) {
        Map<UUID, PersonMasked> masked = people.masked(ids(checks.stream().map(DailyCheck::person)));
        Map<UUID, PersonCase> found = cases.find(ids(checks.stream().map(DailyCheck::caseId))).stream()
                .collect(Collectors.toMap(PersonCase::id, Function.identity()));
        Map<UUID, String> captions = captions(checks.stream().map(DailyCheck::notice));
        List<Line> lines = new ArrayList<>();
        for (DailyCheck check : checks) {
            PersonMasked person = masked.get(check.person());
            PersonCase known = found.get(check.caseId());
            if (person != null && known != null) {
                lines.add(new Line(
                        check,
                        person,
                        known.marks(),
                        captions.getOrDefault(check.notice(), ""),
                        CheckReaders.answers(reader, check)));
            }
        }
        return lines;
    }

    List<VisitLine> visits(List<FollowUpVisit> visits, Actor reader, Locale locale) {
        Map<UUID, PersonMasked> masked = people.masked(ids(visits.stream().map(FollowUpVisit::person)));
        Map<UUID, String> captions = captions(visits.stream().map(FollowUpVisit::notice));
        List<VisitLine> lines = new ArrayList<>();
        for (FollowUpVisit visit : visits) {
            PersonMasked person = masked.get(visit.person());
            if (person != null) {
                lines.add(new VisitLine(
                        visit,
                        person,
                        captions.getOrDefault(visit.notice(), ""),
                        wording.of(visit.dueOn().toString(), locale),
                        CheckReaders.answers(reader, visit)));
            }
        }
        return lines;
    }

    private Map<UUID, String> captions(Stream<UUID> wanted) {
        return wanted.distinct()
                .flatMap(id -> notices.find(id).stream())
                .collect(Collectors.toMap(NoticeView::id, NoticeView::caption));
    }

    private static List<UUID> ids(Stream<UUID> ids) {
        return ids.distinct().toList();
    }
}
