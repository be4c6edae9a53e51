package org.sifang.notice;

/** Whether an answer came and when; a report without anybody is an answer, silence is not. */
public enum Timeliness {
    PENDING,
    ON_TIME,
    LATE,
    SILENT
}
