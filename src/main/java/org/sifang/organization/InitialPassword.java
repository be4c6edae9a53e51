package org.sifang.organization;

import java.security.SecureRandom;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * A password made for somebody else: random, told once, to be changed at the first login. Its hash is the cheapest bcrypt
 * allows, because 60 random bits are not guessed anyway and a file may bring two thousand officers; the officer's own
 * password is hashed at full strength.
 */
final class InitialPassword {

    /** Without the characters that are mistaken for each other when read from paper: 0 O 1 I L and U. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZab";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BCryptPasswordEncoder CHEAPEST = new BCryptPasswordEncoder(4, RANDOM);

    private final String text;

    private InitialPassword(String text) {
        this.text = text;
    }

    static InitialPassword random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new InitialPassword(text.toString());
    }

    /** To be shown once and kept nowhere. */
    String text() {
        return text;
    }

    String hash() {
        return "{bcrypt}" + CHEAPEST.encode(text);
    }
}
