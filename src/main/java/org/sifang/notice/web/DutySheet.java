package org.sifang.notice.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.JournalLine;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyFile;
import org.sifang.notice.DutyPowers;
import org.sifang.notice.InnerDeadline;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Timeliness;
import org.sifang.organization.Officer;
import org.sifang.worklist.TaskContext.Step;
import org.sifang.worklist.WorkItem;

/**
 * A duty as its page shows it.
 *
 * @param dueAtTyped the deadline as a field for a date and a time takes it
 * @param issuer name of the organisation that ordered it
 * @param responsible names of people
 * @param inner deadlines of the levels below the addressee
 * @param files that lie ready or went with a hand-in
 * @param urged whether a 催办通知书 was sent
 * @param tasks its open tasks that the reader may do elsewhere than on this page
 * @param officers who may be named when it is received; empty for a reader who may not receive it
 */
record DutySheet(
        Duty duty,
        String dueAtTyped,
        NoticeView notice,
        String clauseText,
        String issuer,
        @Nullable String responsible,
        @Nullable String deputy,
        @Nullable String closedBy,
        List<Step> steps,
        List<InnerLine> inner,
        List<HandedIn> submissions,
        List<DutyFile> files,
        boolean mayAddFiles,
        boolean urged,
        DutyPowers powers,
        List<WorkItem> tasks,
        List<Officer> officers,
        List<JournalLine> happenings) {

    /** By when a lower level has to have done its part, and where that stands. */
    record InnerLine(InnerDeadline deadline, Timeliness timeliness) {}

    /** What was handed in, in the words of its form. */
    record HandedIn(
            int number,
            Instant at,
            String by,
            @Nullable String signedBy,
            String hash,
            boolean intact,
            List<Answer> answers) {}

    record Answer(String label, String value) {}
}
