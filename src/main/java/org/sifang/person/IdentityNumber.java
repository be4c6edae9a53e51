package org.sifang.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;

/**
 * An 18-character citizen identification number (GB 11643-1999): six digits of a division, eight of the date of birth,
 * three in sequence (odd for men) and a check character by ISO 7064 MOD 11-2. The cards for residents from Hong Kong,
 * Macao, Taiwan and for foreigners with permanent residence are numbered alike.
 */
public record IdentityNumber(String value) {

    static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Province digits of GB/T 2260; the divisions below change too often to be judged by today's list. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71");

    /** @throws IllegalArgumentException when the form, the date or the check character is wrong */
    public IdentityNumber {
        if (!FORM.matcher(value).matches() || check(value) != value.charAt(LENGTH - 1) || dateIn(value) == null) {
            throw new IllegalArgumentException("Not an identification number");
        }
    }

    public LocalDate birthDate() {
        LocalDate date = dateIn(value);
        if (date == null) {
            throw new IllegalStateException("Checked on construction");
        }
        return date;
    }

    public Sex sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
    }

    /** Completed years of age. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate(), day).getYears();
    }

    /** The check character that belongs to the first 17 digits. */
    public static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /**
     * Everything wrong with a number.
     *
     * @param number normalised: half-width, no blanks, capital letters
     * @param type the kind of card, which decides what the number may begin with
     */
    static List<Fault> faults(String path, String number, DocumentType type, LocalDate today) {
        if (number.length() == OLD_LENGTH && number.chars().allMatch(Character::isDigit)) {
            return List.of(Fault.at(path, "fault.person.id.old"));
        }
        if (number.length() != LENGTH) {
            return List.of(Fault.at(path, "fault.person.id.length", number.length()));
        }
        if (!FORM.matcher(number).matches()) {
            return List.of(Fault.at(path, "fault.person.id.characters"));
        }
        List<Fault> faults = new ArrayList<>();
        if (!begins(number, type)) {
            faults.add(Fault.at(path, "fault.person.id.division"));
        }
        LocalDate birth = dateIn(number);
        if (birth == null) {
            faults.add(Fault.at(path, "fault.person.id.date"));
        } else if (birth.isAfter(today)) {
            faults.add(Fault.at(path, "fault.person.id.future"));
        }
        if (check(number) != number.charAt(LENGTH - 1)) {
            faults.add(Fault.at(path, "fault.person.id.check"));
        }
        return faults;
    }

    private static boolean begins(String number, DocumentType type) {
        return switch (type) {
            case RESIDENCE_PERMIT -> Set.of("81", "82", "83").contains(number.substring(0, 2));
            case FOREIGNER_CARD -> number.charAt(0) == '9';
            default -> PROVINCES.contains(number.substring(0, 2));
        };
    }

    /** The date of birth; null when there is no such day since 1900. */
    private static @Nullable LocalDate dateIn(String number) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
            return date.isBefore(EARLIEST) ? null : date;
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    @Override
    public String toString() {
        return Masks.number(DocumentType.ID_CARD, value);
    }
}
