package org.sifang.person;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sifang.kernel.TypedText;

/** Documents that people in mainland China identify themselves with. */
public enum DocumentType {
    /** 居民身份证, GB 11643-1999: 18 characters, the last one a check digit. */
    ID_CARD,
    /** 护照: Chinese (E, G, D, S, P and eight characters) or foreign (5 to 20 letters and digits). */
    PASSPORT,
    /** 港澳居民来往内地通行证: H or M and eight digits, ten on older cards with the number of renewals. */
    HONG_KONG_MACAO_PERMIT,
    /** 台湾居民来往大陆通行证: eight digits, ten on older booklets, where a letter may follow in brackets. */
    TAIWAN_PERMIT,
    /** 港澳台居民居住证: numbered as the identity card, beginning with 81, 82 or 83. */
    RESIDENCE_PERMIT,
    /** 外国人永久居留身份证: since 2023 numbered as the identity card, beginning with 9; before, three letters and 12 digits. */
    FOREIGNER_CARD;

    /** Digits and a final X are what is left of an identity number. */
    private static final Pattern PASSPORT_WITH_LETTERS =
            Pattern.compile("(?!\\d+X$)(?=.*[A-Z])(?=.*\\d)[0-9A-Z]{5,14}");

    private static final Pattern TAIWAN = Pattern.compile("\\d{8}");
    private static final Pattern DATE = Pattern.compile("(19|20)\\d\\d(0[1-9]|1[0-2])([0-2]\\d|3[01])");
    private static final Pattern PERMIT = Pattern.compile("[HM](\\d{8}|\\d{10})");
    private static final Pattern OLD_FOREIGNER_CARD = Pattern.compile("[A-Z]{3}\\d{12}");

    /** From what people write in a sheet; empty when it is none of these. */
    public static Optional<DocumentType> read(String typed) {
        return switch (TypedText.compact(typed).toLowerCase(Locale.ROOT).replace("_", "")) {
            case "身份证", "居民身份证", "二代身份证", "中国居民身份证", "id", "idcard" -> Optional.of(ID_CARD);
            case "护照", "普通护照", "中国护照", "外国护照", "passport" -> Optional.of(PASSPORT);
            case "港澳居民来往内地通行证", "港澳来往内地通行证", "港澳通行证", "回乡证", "hongkongmacaopermit" ->
                Optional.of(HONG_KONG_MACAO_PERMIT);
            case "台湾居民来往大陆通行证", "台湾来往大陆通行证", "台湾通行证", "台胞证", "taiwanpermit" -> Optional.of(TAIWAN_PERMIT);
            case "港澳台居民居住证", "港澳居民居住证", "台湾居民居住证", "居住证", "residencepermit" -> Optional.of(RESIDENCE_PERMIT);
            case "外国人永久居留身份证", "外国人永久居留证", "永久居留身份证", "foreignercard", "permanentresidencecard" ->
                Optional.of(FOREIGNER_CARD);
            default -> Optional.empty();
        };
    }

    /**
     * The type that a number without a stated type must be of. Only forms that are no mistyped identity card are told
     * apart (something with letters like a passport, eight digits that are no date of birth like a travel permit from
     * Taiwan); everything else is judged as an identity card, so that a missing digit is reported as one.
     */
    public static DocumentType of(String typedNumber) {
        String number = normalise(typedNumber);
        if (number.length() == IdentityNumber.LENGTH) {
            return ofCard(number);
        }
        if (PERMIT.matcher(number).matches()) {
            return HONG_KONG_MACAO_PERMIT;
        }
        if (TAIWAN.matcher(number).matches() && !DATE.matcher(number).matches()) {
            return TAIWAN_PERMIT;
        }
        if (OLD_FOREIGNER_CARD.matcher(number).matches()) {
            return FOREIGNER_CARD;
        }
        return PASSPORT_WITH_LETTERS.matcher(number).matches() ? PASSPORT : ID_CARD;
    }

    /** The cards that are numbered as the identity card; all of them are called 身份证 by somebody. */
    public static DocumentType ofCard(String typedNumber) {
        String number = normalise(typedNumber);
        if (number.startsWith("81") || number.startsWith("82") || number.startsWith("83")) {
            return RESIDENCE_PERMIT;
        }
        return number.startsWith("9") ? FOREIGNER_CARD : ID_CARD;
    }

    static String normalise(String typedNumber) {
        return TypedText.compact(typedNumber).toUpperCase(Locale.ROOT);
    }
}
