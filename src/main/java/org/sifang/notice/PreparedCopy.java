package org.sifang.notice;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An old notice made ready to be issued now, for the demonstration and the drill.
 *
 * <p>Every date moves by the same number of whole days, so that hours, the distances between dates and the look back of the
 * categories ({@code since}) stay what they were. The day of the first fixed deadline becomes today if its hour is at least
 * {@link #LEAST_TIME} away, otherwise tomorrow; a notice without a fixed deadline has its day of issue moved to today. The
 * moment of issue is left open: it is when somebody signs. Dates said in the texts (10月12日, 2020年10月12日) and the year in the
 * number (〔2020〕) move along, so that clauses and duties say the same.
 */
public final class PreparedCopy {

    /** Less would leave no time to do anything before the first deadline. */
    public static final Duration LEAST_TIME = Duration.ofHours(1);

    private static final Pattern DATE = Pattern.compile("(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern NUMBER_YEAR = Pattern.compile("〔\\d{4}〕");

    private final NoticeDefinition original;
    private final ZoneId zone;
    private final LocalDate anchor;
    private final long days;

    private PreparedCopy(NoticeDefinition original, Instant now, ZoneId zone) {
        this.original = original;
        this.zone = zone;
        ZonedDateTime today = now.atZone(zone);
        @Nullable
        Instant firstDue = original.obligations().stream()
                .map(Obligation::due)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        if (firstDue != null) {
            LocalTime hour = firstDue.atZone(zone).toLocalTime();
            boolean inTime = !today.with(hour).toInstant().isBefore(now.plus(LEAST_TIME));
            anchor = firstDue.atZone(zone).toLocalDate();
            days = ChronoUnit.DAYS.between(
                    anchor, inTime ? today.toLocalDate() : today.toLocalDate().plusDays(1));
        } else {
            Instant issuedAt = original.issuedAt() == null ? now : original.issuedAt();
            anchor = issuedAt.atZone(zone).toLocalDate();
            days = ChronoUnit.DAYS.between(anchor, today.toLocalDate());
        }
    }

    public static NoticeDefinition of(NoticeDefinition original, Instant now, ZoneId zone) {
        return new PreparedCopy(original, now, zone).made();
    }

    private NoticeDefinition made() {
        return new NoticeDefinition(
                original.number() == null ? null : numbered(original.number()),
                dated(original.title()),
                original.issuer(),
                null,
                null,
                original.clauses().stream()
                        .map(clause -> new Clause(clause.ref(), dated(clause.text())))
                        .toList(),
                original.categories().stream().map(this::moved).toList(),
                original.measures(),
                original.obligations().stream().map(this::moved).toList(),
                original.ladders());
    }

    private Category moved(Category category) {
        return new Category(
                category.code(),
                dated(category.name()),
                category.clause(),
                moved(category.since()),
                category.measure());
    }

    private Obligation moved(Obligation obligation) {
        Instant due = obligation.due();
        return obligation.dated(
                due == null ? null : due.atZone(zone).plusDays(days).toInstant(), moved(obligation.from()));
    }

    private @Nullable LocalDate moved(@Nullable LocalDate date) {
        return date == null ? null : date.plusDays(days);
    }

    private String numbered(String number) {
        return NUMBER_YEAR
                .matcher(number)
                .replaceAll("〔" + anchor.plusDays(days).getYear() + "〕");
    }

    private String dated(String text) {
        return DATE.matcher(text).replaceAll(said -> Matcher.quoteReplacement(moved(said)));
    }

    private String moved(MatchResult said) {
        try {
            MonthDay day = MonthDay.of(Integer.parseInt(said.group(2)), Integer.parseInt(said.group(3)));
            if (said.group(1) != null) {
                LocalDate date = day.atYear(Integer.parseInt(said.group(1))).plusDays(days);
                return date.getYear() + "年" + monthAndDay(date);
            }
            return monthAndDay(nearAnchor(day).plusDays(days));
        } catch (DateTimeException notADate) {
            return said.group();
        }
    }

    /** A date said without its year is the one nearest to the notice: 12月28日 in a notice of January is last year's. */
    private LocalDate nearAnchor(MonthDay day) {
        LocalDate nearest = day.atYear(anchor.getYear());
        long months = ChronoUnit.MONTHS.between(anchor, nearest);
        return months > 6 ? nearest.minusYears(1) : months < -6 ? nearest.plusYears(1) : nearest;
    }

    private static String monthAndDay(LocalDate date) {
        return date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
