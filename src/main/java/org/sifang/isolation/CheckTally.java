package org.sifang.isolation;

/**
 * How far the checks of a day have come.
 *
 * @param group code of a carer or a county; empty for all
 * @param open not done yet, missed ones included
 * @param missed not asked after by the cut-off
 * @param notReached asked after in vain by the cut-off
 */
public record CheckTally(
        String group, long open, long done, long missed, long notReached, long symptoms, long away, long absent) {

    public long total() {
        return open + done;
    }

    /** Whole percent, rounded down: 100 only when all are done. */
    public long percent() {
        return total() == 0 ? 100 : done * 100 / total();
    }
}
