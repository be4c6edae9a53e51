package org.sifang.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sifang.kernel.Fault;

/**
 * A document and its number in normal form (half-width, capital letters, no blanks): what a person is recognised by.
 * Prints masked.
 */
public record Document(DocumentType type, String number) {

    /** Every country numbers its own way; Chinese numbers are among these. */
    private static final Pattern PASSPORT = Pattern.compile("(?=.*\\d)[0-9A-Z]{5,20}");

    private static final Pattern PERMIT = Pattern.compile("[HM](\\d{8}|\\d{10})");
    private static final Pattern TAIWAN = Pattern.compile("\\d{8}|\\d{10}(\\([A-Z0-9]\\)|[A-Z])?");
    private static final Pattern OLD_FOREIGNER_CARD = Pattern.compile("[A-Z]{3}\\d{12}");

    /** @throws IllegalArgumentException when the number has not the form of its type */
    public Document {
        number = DocumentType.normalise(number);
        if (!hasForm(type, number)) {
            throw new IllegalArgumentException("Not a number of " + type);
        }
    }

    /** Everything wrong with a number as typed; empty when {@code new Document(type, typed)} will do. */
    public static List<Fault> faults(String path, DocumentType type, String typed, LocalDate today) {
        String number = DocumentType.normalise(typed);
        return switch (type) {
            case ID_CARD, RESIDENCE_PERMIT -> IdentityNumber.faults(path, number, type, today);
            case FOREIGNER_CARD ->
                OLD_FOREIGNER_CARD.matcher(number).matches()
                        ? List.of()
                        : IdentityNumber.faults(path, number, type, today);
            case PASSPORT -> ofForm(path, type, number, "fault.person.passport");
            case HONG_KONG_MACAO_PERMIT -> ofForm(path, type, number, "fault.person.permit.hong-kong-macao");
            case TAIWAN_PERMIT -> ofForm(path, type, number, "fault.person.permit.taiwan");
        };
    }

    /** The number as everybody in scope may see it: 150502********123X. */
    public String masked() {
        return Masks.number(type, number);
    }

    /** The sex the number states; empty for documents whose number does not. */
    public Optional<Sex> sex() {
        return identity().map(IdentityNumber::sex);
    }

    /** The date of birth the number states; empty for documents whose number does not. */
    public Optional<LocalDate> birthDate() {
        return identity().map(IdentityNumber::birthDate);
    }

    /** Completed years of age by the number; empty for documents whose number does not state the date of birth. */
    public Optional<Integer> ageOn(LocalDate day) {
        return identity().map(number -> number.ageOn(day));
    }

    Optional<IdentityNumber> identity() {
        boolean numbered = number.length() == IdentityNumber.LENGTH && type != DocumentType.PASSPORT;
        return numbered ? Optional.of(new IdentityNumber(number)) : Optional.empty();
    }

    private static List<Fault> ofForm(String path, DocumentType type, String number, String code) {
        return hasForm(type, number) ? List.of() : List.of(Fault.at(path, code));
    }

    private static boolean hasForm(DocumentType type, String number) {
        return switch (type) {
            case ID_CARD, RESIDENCE_PERMIT -> isIdentityNumber(number);
            case FOREIGNER_CARD -> OLD_FOREIGNER_CARD.matcher(number).matches() || isIdentityNumber(number);
            case PASSPORT -> PASSPORT.matcher(number).matches();
            case HONG_KONG_MACAO_PERMIT -> PERMIT.matcher(number).matches();
            case TAIWAN_PERMIT -> TAIWAN.matcher(number).matches();
        };
    }

    private static boolean isIdentityNumber(String number) {
        try {
            new IdentityNumber(number);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    @Override
    public String toString() {
        return type + " " + Masks.number(type, number);
    }
}
