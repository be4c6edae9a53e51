package org.sifang.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sifang.kernel.Fault;
import org.sifang.kernel.TypedText;

/**
 * How to reach a person, in normal form: a mainland mobile number of eleven digits, a landline as {@code 0475-2345678}
 * (with {@code -801} for an extension), a number from elsewhere as {@code +85221234567}; several, as sheets often hold
 * two in one cell, with {@code /} between them. Prints masked.
 */
public record PhoneNumber(String value) {

    static final String SEPARATOR = "/";
    private static final int AT_MOST = 3;

    /** Every range from 13 to 19. */
    private static final Pattern MOBILE = Pattern.compile("(?:\\+86|0086|86)?(1[3-9]\\d{9})");

    /** Area code of two or three digits behind its 0, then seven or eight digits. */
    private static final Pattern LANDLINE =
            Pattern.compile("(?:(?:\\+86|0086)-?0?|0)(10|2\\d|[3-9]\\d{2})-?([2-8]\\d{6,7})(?:(?:-|转|ext)(\\d{1,6}))?");

    /** E.164: country code and number have at most 15 digits together. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?:\\+|00)(?!86)([1-9]\\d{6,14})");

    private static final Pattern DECORATION = Pattern.compile("[\\s().]");
    private static final Pattern HYPHENS = Pattern.compile("[‐‑‒–—―−_]");
    private static final Pattern BETWEEN = Pattern.compile("[/、;,|]");

    /** Everything wrong with what was typed; empty when {@link #of} will do. */
    public static List<Fault> faults(String path, String typed, DocumentType document) {
        List<String> parts = parts(typed);
        if (parts.isEmpty() || parts.size() > AT_MOST) {
            return List.of(Fault.at(path, "fault.person.phone"));
        }
        boolean away = false;
        for (String part : parts) {
            if (mainland(part).isEmpty()) {
                if (elsewhere(part).isEmpty()) {
                    return List.of(Fault.at(path, "fault.person.phone"));
                }
                away = true;
            }
        }
        // The holder of a mainland identity card has to be within reach of a community worker's phone.
        return away && document == DocumentType.ID_CARD
                ? List.of(Fault.at(path, "fault.person.phone.elsewhere"))
                : List.of();
    }

    /** @throws IllegalArgumentException when a part of it is not a phone number */
    public static PhoneNumber of(String typed) {
        List<String> numbers = new ArrayList<>();
        for (String part : parts(typed)) {
            String number = mainland(part)
                    .or(() -> elsewhere(part))
                    .orElseThrow(() -> new IllegalArgumentException("Not a phone number"));
            if (!numbers.contains(number)) {
                numbers.add(number);
            }
        }
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("No phone number");
        }
        return new PhoneNumber(String.join(SEPARATOR, numbers));
    }

    private static List<String> parts(String typed) {
        List<String> parts = new ArrayList<>();
        for (String part : BETWEEN.split(TypedText.tidy(typed))) {
            String plain = DECORATION.matcher(part).replaceAll("");
            plain = HYPHENS.matcher(plain).replaceAll("-").toLowerCase(Locale.ROOT);
            if (!plain.isEmpty()) {
                parts.add(plain);
            }
        }
        return parts;
    }

    private static Optional<String> mainland(String part) {
        String digits = part.replace("-", "");
        Matcher mobile = MOBILE.matcher(digits);
        if (mobile.matches()) {
            return Optional.of(mobile.group(1));
        }
        Matcher landline = LANDLINE.matcher(part);
        if (!landline.matches()) {
            landline = LANDLINE.matcher(digits);
        }
        if (!landline.matches()) {
            return Optional.empty();
        }
        String extension = landline.group(3);
        return Optional.of(
                "0" + landline.group(1) + "-" + landline.group(2) + (extension == null ? "" : "-" + extension));
    }

    private static Optional<String> elsewhere(String part) {
        Matcher number = ELSEWHERE.matcher(part.replace("-", ""));
        return number.matches() ? Optional.of("+" + number.group(1)) : Optional.empty();
    }

    @Override
    public String toString() {
        return Masks.phone(value);
    }
}
