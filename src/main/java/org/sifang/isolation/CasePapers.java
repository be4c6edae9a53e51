package org.sifang.isolation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sifang.document.Paper;
import org.sifang.document.PdfRenderer;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.Category;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.person.People;
import org.sifang.person.PersonClear;
import org.sifang.person.Purpose;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 隔离告知书 and 解除告知书 on A4. They go to the person herself, so they are written in Chinese whatever the officer
 * reads; they hold clear data, so that they were printed stands in the journal.
 */
@Service
public class CasePapers {

    private static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

    /** People laid out together: enough to be quick, few enough to stay small. */
    private static final int IN_PART = 10;

    private final FoundCases found;
    private final Isolations isolations;
    private final MeasureOf measures;
    private final Notices notices;
    private final People people;
    private final IsolationWords words;
    private final Wording wording;
    private final MessageSource messages;
    private final PdfRenderer renderer;
    private final CaseRecord record;

    CasePapers(
            FoundCases found,
            Isolations isolations,
            MeasureOf measures,
            Notices notices,
            People people,
            IsolationWords words,
            Wording wording,
            MessageSource messages,
            PdfRenderer renderer,
            CaseRecord record) {
        this.found = found;
        this.isolations = isolations;
        this.measures = measures;
        this.notices = notices;
        this.people = people;
        this.words = words;
        this.wording = wording;
        this.messages = messages;
        this.renderer = renderer;
        this.record = record;
    }

    /** The papers there are for a case as it stands, for this reader; none for whoever may not see her unmasked. */
    public List<PaperKind> of(PersonCase one, Actor reader) {
        return people.mayReveal(List.of(one.person()), reader)
                ? isolations.find(one.id()).stream()
                        .flatMap(stands -> List.of(PaperKind.values()).stream().filter(kind -> kind.fits(stands)))
                        .toList()
                : List.of();
    }

    /**
     * One person's paper as PDF.
     *
     * @throws org.sifang.kernel.NotFoundException when there is no such case in his scope
     * @throws AccessDeniedException when he may not see her unmasked
     * @throws StateConflictException when there is no such paper for the case as it stands
     */
    @Transactional
    public byte[] print(UUID id, PaperKind kind, Actor reader, Instant now) {
        PersonCase one = found.require(id, reader);
        if (!people.mayReveal(List.of(one.person()), reader)) {
            throw new AccessDeniedException("Not a holder of this person");
        }
        if (!kind.fits(isolations.require(id))) {
            throw new StateConflictException(
                    "case", one.state().name(), kind == PaperKind.RELEASE ? "RELEASED" : "FOUND");
        }
        return print(List.of(one), kind, reader.username(), purpose(kind, "case", id, one), now);
    }

    /**
     * The papers of several people, in their order; those whose case has none are left out. In the caller's transaction.
     *
     * @return empty when there is none at all
     */
    @Transactional
    byte[] print(List<PersonCase> cases, PaperKind kind, String by, Purpose purpose, Instant now) {
        List<PersonCase> fitting = fitting(cases, kind);
        if (fitting.isEmpty()) {
            return new byte[0];
        }
        LocaleContextHolder.setLocale(OFFICIAL);
        try {
            List<CasePaper> papers = papers(fitting, kind, by, purpose, now);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String title = messages.getMessage("isolation.paper." + kind, null, OFFICIAL);
            Paper paper = new Paper("isolation/papers", title, OFFICIAL, now);
            if (papers.size() == 1) {
                renderer.render(paper, parts(papers, title), out);
            } else {
                renderer.renderApart(paper, parts(papers, title), out);
            }
            record.keep(fitting, "paper", by, now, one -> Map.of("kind", "@isolation.paper." + kind));
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    /** Those for whose case there is such a paper now, in their order. */
    List<PersonCase> fitting(List<PersonCase> cases, PaperKind kind) {
        Map<UUID, Isolation> known =
                isolations.find(cases.stream().map(PersonCase::id).toList());
        return cases.stream()
                .filter(one -> {
                    Isolation stands = known.get(one.id());
                    return stands != null && kind.fits(stands);
                })
                .toList();
    }

    static Purpose purpose(PaperKind kind, String subjectType, UUID subject, PersonCase one) {
        return new Purpose(
                Wording.message("isolation.paper." + kind),
                subjectType,
                subject.toString(),
                one.notice(),
                one.organization());
    }

    private List<CasePaper> papers(List<PersonCase> cases, PaperKind kind, String by, Purpose purpose, Instant now) {
        Map<UUID, Isolation> known =
                isolations.find(cases.stream().map(PersonCase::id).toList());
        Map<UUID, PersonClear> clear =
                people.disclose(cases.stream().map(PersonCase::person).toList(), by, purpose, now).stream()
                        .collect(Collectors.toMap(PersonClear::id, Function.identity(), (same, twice) -> same));
        Map<UUID, NoticeView> read = new HashMap<>();
        List<CasePaper> papers = new ArrayList<>();
        for (PersonCase one : cases) {
            Isolation stands = known.get(one.id());
            PersonClear person = clear.get(one.person());
            if (stands != null && person != null) {
                NoticeView notice = read.computeIfAbsent(one.notice(), notices::require);
                papers.add(paper(kind, one, stands, person, notice, now));
            }
        }
        return papers;
    }

    private CasePaper paper(
            PaperKind kind, PersonCase one, Isolation stands, PersonClear person, NoticeView notice, Instant now) {
        String carer = one.carer();
        return new CasePaper(
                kind,
                one,
                stands,
                person,
                notice,
                wording.organizationName(notice.issuer()),
                notice.definition().clause(stands.clause()),
                notice.definition().category(one.category()).map(Category::name).orElse(one.category()),
                stands.measure().tested()
                        ? measures.ordered(notice, one.category()).measure().tests().stream()
                                .sorted(Comparator.comparingInt(test -> test.afterDays()))
                                .toList()
                        : List.of(),
                words.measure(stands),
                kind == PaperKind.RELEASE ? words.decision(stands).orElse(null) : null,
                wording.organizationName(one.organization()),
                carer == null ? null : wording.organizationName(carer),
                now);
    }

    private Iterator<Map<String, Object>> parts(List<CasePaper> papers, String title) {
        PaperWords said = new PaperWords(wording, OFFICIAL);
        return IntStream.iterate(0, from -> from < papers.size(), from -> from + IN_PART)
                .mapToObj(from -> Map.<String, Object>of(
                        "title",
                        title,
                        "words",
                        said,
                        "papers",
                        papers.subList(from, Math.min(papers.size(), from + IN_PART))))
                .iterator();
    }
}
