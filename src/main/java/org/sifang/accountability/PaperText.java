package org.sifang.accountability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.document.OfficialPaper.Passage;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;

/**
 * The words of one official document, from the case and its facts. It goes to officials, so it is Chinese whatever its
 * reader reads.
 *
 * @param facts null when none are compiled
 * @param own number of the notice that was failed, where the authority issued it itself
 */
record PaperText(
        AccountabilityCase one,
        PaperKind kind,
        @Nullable FactFileContent facts,
        @Nullable String own,
        Wording wording,
        MessageSource messages,
        ZoneId zone) {

    static final Locale OFFICIAL = Locale.SIMPLIFIED_CHINESE;

    private static final String TEXT = "accountability.paper.";
    private static final String NUMBERS = "一二三四五六七八九";
    private static final Pattern MARK = Pattern.compile("^(\\p{IsHan}{2,10}?)发?〔");

    /** Facts told in a document itself; the sealed file has all of them. */
    private static final int MOST = 12;

    String title() {
        return say("title." + kind, partyName());
    }

    /** The party, or whoever the document is for. */
    String addressee() {
        return switch (kind) {
            case CIRCULATED_CRITICISM -> say("to.everybody", authorityName());
            case REFERRAL -> say("to.discipline", authorityName());
            default -> wording.organizationName(one.organization());
        };
    }

    /** A measure is made known to whom it concerns; a referral says so to the party. */
    List<String> copies() {
        return switch (kind) {
            case CIRCULATED_CRITICISM, SUSPENSION, REFERRAL -> List.of(wording.organizationName(one.organization()));
            case DECISION, DISMISSAL -> List.of(say("to.discipline", authorityName()));
            default -> List.of();
        };
    }

    String authorityName() {
        return wording.organizationName(one.authority());
    }

    /** 机关代字: that of its own notices with 责, else made of the first sign of its name. */
    String mark() {
        Matcher known = MARK.matcher(own == null ? "" : own);
        if (known.find()) {
            return known.group(1) + "责";
        }
        return authorityName().charAt(0) + "防指责";
    }

    List<Passage> body() {
        List<Passage> body = new ArrayList<>();
        body.add(Passage.of(say("opening." + kind, partyName(), cited())));
        int number = 0;
        for (String section : kind.sections()) {
            List<String> paragraphs = paragraphs(section);
            if (!paragraphs.isEmpty()) {
                body.add(Passage.heading(NUMBERS.charAt(number++) + "、" + say("section." + section)));
                paragraphs.forEach(text -> body.add(Passage.of(text)));
            }
        }
        body.add(Passage.of(say("closing." + kind)));
        return body;
    }

    /** An individual is never named: not in a title, not in a file's name, not in a list of papers. */
    private String partyName() {
        return one.individual()
                ? say("individual", one.party().substring(one.party().length() - 8))
                : wording.organizationName(one.party());
    }

    private String cited() {
        return facts == null || facts.noticeTitle() == null
                ? say("cited.none")
                : say("cited", facts.noticeTitle(), Objects.requireNonNullElse(facts.noticeCaption(), ""));
    }

    private List<String> paragraphs(String section) {
        return switch (section) {
            case "facts" -> told();
            case "rights" -> rights();
            case "hearing" -> hearing();
            case "finding" -> finding();
            case "decision" -> decision();
            case "demand" -> demand();
            case "appeal" -> List.of(appeal());
            case "appealed" -> appealed();
            case "answer" -> answer();
            default -> throw new IllegalStateException("No section " + section);
        };
    }

    private List<String> told() {
        if (facts == null) {
            return List.of();
        }
        List<Fact> shown = facts.facts().stream()
                .filter(fact -> fact.kind() != FactKind.NOTED)
                .toList();
        List<String> lines = new ArrayList<>();
        shown.stream().limit(MOST).forEach(fact -> {
            String ordered = fact.clauseText() == null
                    ? ""
                    : say("clause", Objects.requireNonNullElse(fact.clause(), ""), fact.clauseText());
            lines.add(say("fact", wording.moment(fact.at(), OFFICIAL), fact.text(), ordered));
        });
        if (shown.size() > MOST) {
            lines.add(say("facts.more", shown.size() - MOST));
        }
        return lines;
    }

    private List<String> rights() {
        Instant due = one.statementDueAt();
        return List.of(due == null ? say("rights.open") : say("rights", day(due)), say("rights.how"));
    }

    private List<String> hearing() {
        Hearing hearing = one.hearing();
        if (hearing == null) {
            return List.of();
        }
        String day = day(hearing.at());
        return List.of(say(
                "hearing." + hearing.kind(), day, Objects.requireNonNullElse(hearing.text(), say("hearing.no-text"))));
    }

    private List<String> finding() {
        Assessment assessment = one.assessment();
        if (assessment == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(assessment.finding());
        lines.add(say(
                "liability",
                say("severity." + assessment.severity()),
                say("harm." + assessment.harm()),
                assessment.earlier()));
        if (assessment.basis() != null) {
            lines.add(say("basis", assessment.basis()));
        }
        return lines;
    }

    private List<String> decision() {
        Ruling ruling = one.ruling();
        if (ruling == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(ruling.measure() == null ? say("decision.none") : say("decision." + ruling.measure(), partyName()));
        if (ruling.reason() != null) {
            lines.add(say("reason", ruling.reason()));
        }
        return lines;
    }

    private List<String> demand() {
        Execution execution = one.execution();
        String demand = say("demand." + kind, partyName());
        return execution == null ? List.of(demand) : List.of(demand, say("demand.due", day(execution.dueAt())));
    }

    private String appeal() {
        Execution execution = one.execution();
        return execution == null ? say("appeal.open") : say("appeal", day(execution.appealUntil()));
    }

    private List<String> appealed() {
        Appeal appeal = one.appeal();
        return appeal == null ? List.of() : List.of(say("appealed", day(appeal.at()), appeal.reason()));
    }

    private List<String> answer() {
        Appeal appeal = one.appeal();
        if (appeal == null || appeal.outcome() == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(say("answer." + appeal.outcome()));
        if (appeal.answer() != null) {
            lines.add(say("reason", appeal.answer()));
        }
        return lines;
    }

    /** A period that ends at 24:00 ends on the day before. */
    private String day(Instant at) {
        LocalDate day = at.minusNanos(1).atZone(zone).toLocalDate();
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    String say(String key, Object... values) {
        String said = messages.getMessage(TEXT + key, values, OFFICIAL);
        return said == null ? key : said;
    }
}
