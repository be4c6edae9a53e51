package org.sifang.screening.web;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sifang.screening.Declared;
import org.sifang.screening.TypedPerson;

/**
 * What the public form sends. Does not print.
 *
 * @param website a field that nobody sees, and only machines fill in
 * @param page secret of the page, so that the same form sent twice is one declaration
 */
record DeclarationForm(
        @Nullable String name,
        @Nullable String sex,
        @Nullable String age,
        @Nullable String documentType,
        @Nullable String document,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String category,
        @Nullable String county,
        @Nullable String since,
        @Nullable String where,
        @Nullable String website,
        @Nullable String page) {

    static final DeclarationForm EMPTY =
            new DeclarationForm(null, null, null, null, null, null, null, null, null, null, null, null, null);

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    DeclarationForm on(String secret) {
        return new DeclarationForm(
                name,
                sex,
                age,
                documentType,
                document,
                phone,
                address,
                category,
                county,
                since,
                where,
                website,
                secret);
    }

    boolean byMachine() {
        return !text(website).isEmpty();
    }

    Declared declared() {
        return new Declared(
                new TypedPerson(
                        text(name),
                        text(sex),
                        text(age),
                        text(documentType),
                        text(document),
                        text(phone),
                        text(address),
                        text(category)),
                text(since),
                text(where));
    }

    String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    /** Looks like a code and is none. */
    static String decoy(@Nullable String secret) {
        StringBuilder decoy = new StringBuilder();
        byte[] bytes = HexFormat.of()
                .formatHex(String.valueOf(secret).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (int i = 0; i < 12; i++) {
            decoy.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(bytes[i % bytes.length] % 32));
        }
        return decoy.toString();
    }

    @Override
    public String toString() {
        return "DeclarationForm";
    }
}
