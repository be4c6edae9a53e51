package org.sifang.organization.web;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Officer;
import org.sifang.organization.OfficerDraft;
import org.sifang.organization.Role;

/** An officer as the form gives him: what is missing is null, no role ticked is null too. */
record OfficerForm(
        @Nullable String username,
        @Nullable String name,
        @Nullable String organisation,
        @Nullable Set<Role> roles,
        @Nullable String email) {

    static final OfficerForm EMPTY = new OfficerForm(null, null, null, null, null);

    static OfficerForm of(Officer officer) {
        return new OfficerForm(
                officer.username(), officer.name(), officer.organization(), officer.roles(), officer.email());
    }

    OfficerDraft toDraft() {
        return new OfficerDraft(
                text(username).toLowerCase(Locale.ROOT),
                text(name),
                text(organisation),
                roles == null ? Set.of() : roles,
                email);
    }

    OfficerForm with(String code) {
        return new OfficerForm(username, name, code, roles, email);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
