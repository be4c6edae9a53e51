package org.sifang.inspection;

/**
 * How an organisation, or all of a county, stands in numbers; each share comes with what it is a share of.
 *
 * @param code of the organisation; of a county, its division
 * @param visits visits made
 * @param inspected findings made on inspections
 * @param findings all findings
 * @param closed of them, struck off
 * @param repeated of them, found before
 * @param rounds deadlines that were answered or missed
 * @param inTime of them, answered in time
 */
public record Ranking(
        String code, long visits, long inspected, long findings, long closed, long repeated, long rounds, long inTime) {

    /** What the list may be ordered by; the worst comes first. */
    public enum Order {
        IN_TIME,
        CLOSED,
        REPEATED,
        PER_VISIT
    }

    /** Whether there is anything to divide by; without it there is no place in the order. */
    boolean counts(Order order) {
        return switch (order) {
            case IN_TIME -> rounds > 0;
            case CLOSED, REPEATED -> findings > 0;
            case PER_VISIT -> visits > 0;
        };
    }

    /** The share by which it is ordered, larger being worse. */
    double badness(Order order) {
        return switch (order) {
            case IN_TIME -> 1 - (double) inTime / rounds;
            case CLOSED -> 1 - (double) closed / findings;
            case REPEATED -> (double) repeated / findings;
            case PER_VISIT -> (double) inspected / visits;
        };
    }

    /** Whole percent of the deadlines that were met; 0 without any. */
    public long inTimePercent() {
        return percent(inTime, rounds);
    }

    /** Whole percent of the findings that are struck off; 0 without any. */
    public long closedPercent() {
        return percent(closed, findings);
    }

    /** Whole percent of the findings that were found before; 0 without any. */
    public long repeatedPercent() {
        return percent(repeated, findings);
    }

    private static long percent(long part, long whole) {
        return whole == 0 ? 0 : Math.round(100.0 * part / whole);
    }
}
