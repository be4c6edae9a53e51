package org.sifang.labtest;

/** The way on which a result came in. */
public enum Source {
    TASK,
    PAGE,
    /** A list through the API. */
    LIST,
    SHEET,
    /** What a pool's result says of its members. */
    POOL,
    /** Out of the queue of those that belonged to no test. */
    QUEUE
}
