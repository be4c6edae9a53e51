package org.sifang.worklist;

/** How many open tasks: given to me, waiting for my groups in all, of mine overdue, of mine due within the hour. */
public record WorkCounts(long mine, long group, long overdue, long withinHour) {}
