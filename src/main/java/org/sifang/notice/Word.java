package org.sifang.notice;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.reader.StreamReader;

/** How a scalar is read as a value. */
@FunctionalInterface
interface Word<T> {

    T read(Tree.Scalar scalar) throws Unreadable;

    /** Longer than any span a notice sets; keeps every sum of instants within the calendar of the database. */
    Duration MAX_SPAN = Duration.ofDays(366);

    Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,39}");
    Pattern DIGITS = Pattern.compile("[+-]?\\d{1,9}");

    /** Text without blanks around it, at most {@code max} characters; line breaks only when {@code lines}. */
    static Word<String> text(int max, boolean lines) {
        return scalar -> {
            String text = scalar.text().replace("\r\n", "\n").replace('\t', ' ').strip();
            if (text.isEmpty()) {
                throw new Unreadable(Wrong.BLANK);
            }
            if (text.codePointCount(0, text.length()) > max) {
                throw new Unreadable(Wrong.TOO_LONG, max);
            }
            if (!text.codePoints().allMatch(c -> lines && c == '\n' || !isControl(c) && StreamReader.isPrintable(c))) {
                throw new Unreadable(Wrong.UNPRINTABLE);
            }
            return text;
        };
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
    }

    /** A short name by which other parts refer to this one. */
    static Word<String> code() {
        return scalar -> {
            String code = text(40, false).read(scalar);
            if (!CODE.matcher(code).matches()) {
                throw new Unreadable(Wrong.CODE, Tree.shortened(code));
            }
            return code;
        };
    }

    static Word<Integer> number(int min, int max) {
        return scalar -> {
            String text = scalar.text().strip();
            if (!DIGITS.matcher(text).matches()) {
                throw new Unreadable(Wrong.NUMBER, Tree.shortened(text));
            }
            int number = Integer.parseInt(text);
            if (number < min || number > max) {
                throw new Unreadable(Wrong.RANGE, min, max);
            }
            return number;
        };
    }

    static <E extends Enum<E>> Word<E> oneOf(Class<E> kind) {
        return scalar -> {
            for (E constant : kind.getEnumConstants()) {
                if (constant.name().equals(scalar.text().strip())) {
                    return constant;
                }
            }
            throw notOneOf(
                    scalar.text(),
                    Arrays.stream(kind.getEnumConstants()).map(Enum::name).toList());
        };
    }

    static Word<String> oneOf(Collection<String> vocabulary) {
        return scalar -> {
            if (!vocabulary.contains(scalar.text().strip())) {
                throw notOneOf(scalar.text(), vocabulary);
            }
            return scalar.text().strip();
        };
    }

    private static Unreadable notOneOf(String text, Collection<String> allowed) {
        return new Unreadable(Wrong.NOT_ONE_OF, Tree.shortened(text.strip()), String.join(", ", allowed));
    }

    /** A span of ISO 8601 (days, hours, minutes, seconds), also negative or zero. */
    static Word<Duration> offset() {
        return scalar -> {
            String text = scalar.text().strip();
            try {
                Duration duration = Duration.parse(text);
                if (duration.abs().compareTo(MAX_SPAN) > 0) {
                    throw new Unreadable(Wrong.DURATION_TOO_LONG, MAX_SPAN.toDays());
                }
                return duration;
            } catch (DateTimeException | ArithmeticException notOne) {
                throw new Unreadable(Wrong.DURATION, Tree.shortened(text));
            }
        };
    }

    /** A span longer than nothing. */
    static Word<Duration> span() {
        return scalar -> {
            Duration duration = offset().read(scalar);
            if (duration.isZero() || duration.isNegative()) {
                throw new Unreadable(Wrong.DURATION_NOT_POSITIVE);
            }
            return duration;
        };
    }

    /** An instant with its offset; without one nobody knows which it is. */
    static Word<Instant> instant() {
        return scalar -> {
            String text = scalar.text().strip().toUpperCase(Locale.ROOT);
            try {
                OffsetDateTime instant = OffsetDateTime.parse(text);
                return inOurTime(instant.toLocalDate(), instant.toInstant());
            } catch (DateTimeException notOne) {
                throw new Unreadable(lacksOffset(text) ? Wrong.INSTANT_OFFSET : Wrong.INSTANT, Tree.shortened(text));
            }
        };
    }

    private static boolean lacksOffset(String text) {
        try {
            LocalDateTime.parse(text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +", "$1T"));
            return true;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    static Word<LocalDate> date() {
        return scalar -> {
            String text = scalar.text().strip();
            try {
                LocalDate date = LocalDate.parse(text);
                return inOurTime(date, date);
            } catch (DateTimeException notOne) {
                throw new Unreadable(Wrong.DATE, Tree.shortened(text));
            }
        };
    }

    private static <T> T inOurTime(LocalDate date, T value) throws Unreadable {
        if (date.getYear() < 2000 || date.getYear() > 2100) {
            throw new Unreadable(Wrong.YEAR);
        }
        return value;
    }

    /**
     * A time of day, 18:00. A JSON number is taken as minutes of the day: tools that turn YAML 1.1 into JSON make 1080 of an
     * unquoted 18:00.
     */
    static Word<LocalTime> time() {
        return scalar -> {
            String text = scalar.text().strip().replace('：', ':');
            if (scalar.number() && DIGITS.matcher(text).matches()) {
                int minutes = Integer.parseInt(text);
                if (minutes >= 0 && minutes < 24 * 60) {
                    return LocalTime.of(minutes / 60, minutes % 60);
                }
            }
            try {
                return LocalTime.parse(text, DateTimeFormatter.ofPattern("H:mm[:ss]"));
            } catch (DateTimeException notOne) {
                throw new Unreadable(Wrong.TIME, Tree.shortened(text));
            }
        };
    }
}
