package org.sifang.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;

/** What an administrator writes about an officer. */
public record OfficerDraft(
        String username,
        String name,
        String organization,
        Set<Role> roles,
        @Nullable String email) {

    static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_EMAIL = 254;

    public OfficerDraft {
        roles = Set.copyOf(roles);
        email = email == null || email.isBlank() ? null : email.strip();
    }

    /** What is wrong with it by itself; paths are the names of the fields. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (!USERNAME.matcher(username).matches()) {
            faults.add(Fault.at("username", "fault.officer.username-form"));
        }
        if (name.isBlank()) {
            faults.add(Fault.at("name", "fault.import.missing", "name"));
        } else if (name.length() > LONGEST_NAME) {
            faults.add(Fault.at("name", "fault.import.too-long", LONGEST_NAME));
        }
        if (roles.isEmpty()) {
            faults.add(Fault.at("roles", "fault.officer.no-role"));
        }
        if (email != null
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            faults.add(Fault.at("email", "fault.officer.email-form"));
        }
        return faults;
    }

    boolean says(Officer officer) {
        return name.equals(officer.name())
                && roles.equals(officer.roles())
                && (email == null ? officer.email() == null : email.equals(officer.email()));
    }
}
