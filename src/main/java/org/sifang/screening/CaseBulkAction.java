package org.sifang.screening;

import org.sifang.organization.Actor;

/**
 * Something another capability does for many cases at once: offered above the list, for those that are ticked or for all
 * that the list's filter leaves. The list posts {@code ids} for the ticked ones, and the filter's parameters
 * ({@link CaseFilter#parameters()}) always.
 */
public interface CaseBulkAction {

    /** Where it stands above the list, the smallest first. */
    int order();

    /** Its label is the message {@code cases.bulk.<id>}. */
    String id();

    /** Path the form is posted to. */
    String path();

    /** Whether it can be done for all of the filtered list; else only for those that are ticked. */
    boolean takesAll();

    boolean isFor(Actor actor);
}
