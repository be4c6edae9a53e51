package org.sifang.screening;

import java.util.Map;
import org.sifang.organization.Actor;

/** Something another capability shows on a case's page: its measure, its tests, its emergency. */
public interface CasePanel {

    /** Where it stands on the page, the smallest first. */
    int order();

    /** Thymeleaf fragment, {@code isolation/case :: measure}. */
    String fragment();

    /** The fragment's model, under the name {@code panel}; an empty one leaves the panel out. */
    Map<String, Object> model(PersonCase found, Actor reader);
}
