package org.sifang.screening.web;

import org.sifang.organization.NavigationEntry;
import org.springframework.stereotype.Component;

/** The way to the people found. */
@Component
class CasesEntry implements NavigationEntry {

    @Override
    public String id() {
        return "cases";
    }

    @Override
    public String href() {
        return "/cases";
    }

    @Override
    public int order() {
        return 40;
    }
}
