package org.sifang.organization;

import java.util.Set;

/**
 * A way into a part of the house, shown in the side navigation and, for the first ones, in the tabs of a phone. A
 * capability that has a page contributes a bean; where there is none, nothing is shown. It is declared here because
 * every capability may look here, and none below the shell may look at the shell.
 */
public interface NavigationEntry {

    /** What a page names as {@code active}: {@code duties}; the label is the message {@code nav.duties}. */
    String id();

    /** Path of the page: {@code /duties}. */
    String href();

    /**
     * Place among the others, as in the design: work 10, notices 20, duties 30, cases 40, reports 50, inspections 110,
     * accountability 120, board 130, processes 140, admin 210. A new hundred begins a new group.
     */
    int order();

    /** Who sees it; empty means everybody signed in. */
    default Set<Role> roles() {
        return Set.of();
    }

    /** How many wait there for this officer; 0 shows no number. Asked for every full page, so it has to be quick. */
    default long count(Actor actor) {
        return 0;
    }

    /** Whether it stands in the top bar (messages) and not in the side navigation. */
    default boolean inTopBar() {
        return false;
    }
}
