package org.sifang.journal.web;

import java.util.Set;
import org.sifang.organization.NavigationEntry;
import org.sifang.organization.Role;
import org.springframework.stereotype.Component;

/** The way to the journal. */
@Component
class JournalEntryPoint implements NavigationEntry {

    @Override
    public String id() {
        return "journal";
    }

    @Override
    public String href() {
        return "/journal";
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public Set<Role> roles() {
        return JournalReaders.ROLES;
    }
}
