package org.sifang.notice;

/** What an obligation asks for; each kind has its own work and its own form. */
public enum ObligationKind {
    /** Everybody of the notice's categories found so far, once. */
    STOCK_REPORT,
    /** The people newly found that day, every day until the notice is lifted. */
    DAILY_REPORT,
    /** Visits to the targets with a checklist. */
    INSPECTION,
    /** The addressee checks itself and proves every item. */
    SELF_CHECK,
    /** Supplies and rooms counted against what is needed. */
    INVENTORY,
    /** Training or a drill, held and recorded. */
    DRILL,
    /** A plan, rule or guide, written and handed in. */
    DOCUMENT,
    /** Done, said in words and confirmed by the responsible person. */
    CONFIRM;

    /** Whether it is a table of people, which the notice's categories define. */
    public boolean isReport() {
        return this == STOCK_REPORT || this == DAILY_REPORT;
    }
}
