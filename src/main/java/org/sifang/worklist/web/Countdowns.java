package org.sifang.worklist.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says how much time is left, in the words and colours that every page uses; the browser only lets it tick. */
@Component
public class Countdowns {

    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration DAYS = Duration.ofHours(48);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final MessageSource messages;
    private final Clock clock;

    Countdowns(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param text time left: 0:42:17, 3 天, 逾期 1:12
     * @param tone class of the colour: bad, soon, ok or nothing
     * @param reason why it has this colour, as a sentence
     * @param due the instant as people say it: 18:00, 明天 09:00, 10-17 12:00
     */
    public record Countdown(Instant at, String text, String tone, String reason, String due) {}

    /** Null without an instant. */
    public @Nullable Countdown to(@Nullable Instant at) {
        if (at == null) {
            return null;
        }
        Duration left = Duration.between(clock.instant(), at);
        if (left.isNegative()) {
            return new Countdown(
                    at,
                    say("countdown.overdue", overdueBy(left.negated())),
                    "bad",
                    say("countdown.reason.overdue"),
                    when(at));
        }
        if (left.compareTo(DAYS) >= 0) {
            return new Countdown(at, days(left), "", say("countdown.reason.later"), when(at));
        }
        boolean soon = left.compareTo(SOON) < 0;
        return new Countdown(
                at,
                "%d:%02d:%02d".formatted(left.toHours(), left.toMinutesPart(), left.toSecondsPart()),
                soon ? "soon" : "ok",
                say(soon ? "countdown.reason.soon" : "countdown.reason.ok"),
                when(at));
    }

    /** An instant as people say it who live in this day: 18:00, 明天 09:00, 10-17 12:00, 2019-10-17 12:00. */
    public String when(Instant at) {
        ZonedDateTime then = at.atZone(clock.getZone());
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        String time = TIME.format(then);
        if (then.toLocalDate().equals(now.toLocalDate())) {
            return time;
        }
        if (then.toLocalDate().equals(now.toLocalDate().plusDays(1))) {
            return say("countdown.tomorrow", time);
        }
        if (then.toLocalDate().equals(now.toLocalDate().minusDays(1))) {
            return say("countdown.yesterday", time);
        }
        return DateTimeFormatter.ofPattern(then.getYear() == now.getYear() ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm")
                .format(then);
    }

    /** The whole instant: 2020-10-12 18:00. */
    public String whole(Instant at) {
        return WHOLE.format(at.atZone(clock.getZone()));
    }

    private String overdueBy(Duration late) {
        return late.compareTo(DAYS) >= 0 ? days(late) : "%d:%02d".formatted(late.toHours(), late.toMinutesPart());
    }

    private String days(Duration time) {
        return say("countdown.days", time.toDays());
    }

    private String say(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
