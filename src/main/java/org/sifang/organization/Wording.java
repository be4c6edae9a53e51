package org.sifang.organization;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Stored values in the reader's words. Facts of the journal and arguments of messages are kept as plain strings and read
 * years later in either language; some have a form of their own and are turned into words here:
 *
 * <table>
 * <caption>Forms of a value</caption>
 * <tr><td>{@code @duty.rung.URGE}</td><td>a message key, or several with spaces</td></tr>
 * <tr><td>{@code organization:150502}</td><td>the organisation's name</td></tr>
 * <tr><td>{@code officer:150502.officer}</td><td>the officer's name</td></tr>
 * <tr><td>{@code 2020-10-12T13:00:00Z}</td><td>the moment, in the house's time zone, to the minute</td></tr>
 * <tr><td>{@code 2020-10-12}</td><td>the day</td></tr>
 * </table>
 *
 * What has none of these forms, or names something unknown, is shown as it stands.
 */
@Component
public class Wording {

    private static final String MESSAGE = "@";
    private static final String ORGANIZATION = "organization:";
    private static final String OFFICER = "officer:";

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final MessageSource messages;
    private final Organizations organizations;
    private final ZoneId zone;
    private final LoadingCache<String, String> officers;

    Wording(MessageSource messages, Organizations organizations, Officers officers, Clock clock) {
        this.messages = messages;
        this.organizations = organizations;
        this.zone = clock.getZone();
        this.officers = Caffeine.newBuilder()
                .expireAfterWrite(Duration.ofSeconds(20))
                .maximumSize(10_000)
                .build(username -> officers.find(username).map(Officer::name).orElse(username));
    }

    public static String message(String key) {
        return MESSAGE + key;
    }

    public static String organization(String code) {
        return ORGANIZATION + code;
    }

    public static String officer(String username) {
        return OFFICER + username;
    }

    /** The value in words. */
    public String of(String value, Locale locale) {
        if (value.startsWith(MESSAGE)) {
            return Arrays.stream(value.split(" "))
                    .map(key -> messageOf(key, locale))
                    .collect(
                            Collectors.joining(locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? "、" : ", "));
        }
        if (value.startsWith(ORGANIZATION)) {
            return organizationName(value.substring(ORGANIZATION.length()));
        }
        if (value.startsWith(OFFICER)) {
            return officerName(value.substring(OFFICER.length()));
        }
        try {
            if (INSTANT.matcher(value).matches()) {
                return moment(Instant.parse(value), locale);
            }
            if (DAY.matcher(value).matches()) {
                return LocalDate.parse(value).format(pattern(locale, "yyyy年M月d日", "d MMM yyyy"));
            }
        } catch (DateTimeParseException noDay) {
            return value; // somebody typed 2020-02-30
        }
        return value;
    }

    /**
     * The text with each {@code {name}} replaced by the words of the value of that name. A name without a value is left
     * as it stands; a doubled quote is one, as in every other message.
     */
    public String fill(String text, Map<String, String> values, Locale locale) {
        Matcher places = PLACE.matcher(text.replace("''", "'"));
        return places.replaceAll(place -> {
            String value = values.get(place.group(1));
            return Matcher.quoteReplacement(value == null ? place.group() : of(value, locale));
        });
    }

    public String moment(Instant instant, Locale locale) {
        return instant.atZone(zone).format(pattern(locale, "yyyy年M月d日 HH:mm", "d MMM yyyy HH:mm"));
    }

    private String messageOf(String key, Locale locale) {
        String words = messages.getMessage(key.substring(MESSAGE.length()), null, key, locale);
        return words == null ? key : words;
    }

    /** The officer's name; the user name where there is no such officer (any more). */
    public String officerName(String username) {
        return officers.get(username);
    }

    /** The organisation's name; the code where there is no such organisation. */
    public String organizationName(String code) {
        return organizations.find(code).map(Organization::name).orElse(code);
    }

    private static DateTimeFormatter pattern(Locale locale, String chinese, String other) {
        boolean reads = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return DateTimeFormatter.ofPattern(reads ? chinese : other, locale);
    }
}
