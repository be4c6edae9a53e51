package org.sifang.organization;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sifang.kernel.Fault;

/** What a password chosen by an officer must be: long rather than odd. */
final class PasswordRule {

    private static final int SHORTEST = 10;
    /** bcrypt reads no more than this. */
    private static final int MOST_BYTES = 72;

    private PasswordRule() {}

    static List<Fault> check(String password, String username) {
        List<Fault> faults = new ArrayList<>();
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            faults.add(Fault.at("password", "fault.password.short", SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            faults.add(Fault.at("password", "fault.password.long", MOST_BYTES));
        }
        if (password.toLowerCase(Locale.ROOT).contains(username)) {
            faults.add(Fault.at("password", "fault.password.contains-username"));
        }
        if (password.chars().distinct().count() < 4) {
            faults.add(Fault.at("password", "fault.password.simple"));
        }
        return faults;
    }
}
