package org.sifang.screening;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sifang.kernel.Sha256;
import org.sifang.kernel.TypedText;

/**
 * What a declarer is given to ask for the state of her declaration: twelve characters, three groups of four, no letter
 * that looks like a digit. Eleven of them are 55 bits that nobody can guess; the last one finds a mistyped or swapped
 * character. Kept as a hash only.
 */
public record DeclarationCode(String value) {

    /** Crockford's base 32. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int LENGTH = 12;
    private static final int BITS = 5;

    /** x⁵ + x² + 1, primitive over two elements: the powers of its root are 31 different weights. */
    private static final int POLYNOMIAL = 0b100101;

    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    public DeclarationCode {
        if (!FORM.matcher(value).matches() || check(value) != value.charAt(LENGTH - 1)) {
            throw new IllegalArgumentException("Not a code");
        }
    }

    /**
     * The code of what was sent: sent twice from the same page, the same declaration has the same code.
     *
     * @param secret of the page, from a secure random source; only its reader knows it
     */
    static DeclarationCode of(String secret, String content) {
        byte[] digest = Sha256.of(secret + '\u001f' + content);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH - 1; i++) {
            code.append(ALPHABET.charAt(digest[i] & (1 << BITS) - 1));
        }
        return new DeclarationCode(code.append(check(code)).toString());
    }

    /** As typed: blanks and hyphens do not matter, nor do O for 0, I and L for 1. */
    public static Optional<DeclarationCode> read(String typed) {
        String plain = TypedText.compact(typed)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[-_·—]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        try {
            return Optional.of(new DeclarationCode(plain));
        } catch (IllegalArgumentException mistyped) {
            return Optional.empty();
        }
    }

    /** {@code 7KQ4-M2XD-9RT3}. */
    public String shown() {
        return value.substring(0, 4) + "-" + value.substring(4, 8) + "-" + value.substring(8);
    }

    byte[] hash() {
        return Sha256.of("declaration " + value);
    }

    /**
     * A sum in the field of 32 elements with another weight at each place, so that one wrong character, or two swapped
     * ones, always change it.
     */
    private static char check(CharSequence code) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum = timesTwo(sum ^ ALPHABET.indexOf(code.charAt(i)));
        }
        return ALPHABET.charAt(sum);
    }

    private static int timesTwo(int element) {
        int shifted = element << 1;
        return shifted < ALPHABET.length() ? shifted : shifted ^ POLYNOMIAL;
    }

    /** Whoever has it may ask. */
    @Override
    public String toString() {
        return "DeclarationCode";
    }
}
