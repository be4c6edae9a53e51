package org.sifang.reporting.web;

import org.sifang.organization.NavigationEntry;
import org.springframework.stereotype.Component;

/** The way to the reports. */
@Component
class ReportsEntry implements NavigationEntry {

    @Override
    public String id() {
        return "reports";
    }

    @Override
    public String href() {
        return "/reports";
    }

    @Override
    public int order() {
        return 50;
    }
}
