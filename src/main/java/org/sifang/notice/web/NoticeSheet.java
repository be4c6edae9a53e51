package org.sifang.notice.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.journal.JournalLine;
import org.sifang.notice.DutyFilter.Tally;
import org.sifang.notice.NoticePowers;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Obligation;
import org.sifang.notice.ReviewKind;
import org.sifang.notice.Verdict;
import org.sifang.worklist.TaskContext.Step;
import org.sifang.worklist.WorkItem;

/**
 * A notice as its page shows it.
 *
 * @param issuer names, as of the other people and organisations
 * @param former the notice this one supersedes, if the reader may see it
 * @param successor the notice that replaced it, if the reader may see it
 * @param sentences the fan-out in words
 * @param rounds whose deadline the reader may move
 * @param tasks its open tasks that the reader may do
 */
record NoticeSheet(
        NoticeView notice,
        String issuer,
        String draftedBy,
        @Nullable String issuedBy,
        @Nullable String endedBy,
        @Nullable NoticeView former,
        @Nullable NoticeView successor,
        int duties,
        List<String> sentences,
        List<Step> steps,
        List<ObligationLine> obligations,
        List<NoticeWords.LadderLines> ladders,
        List<NoticeWords.CategoryLine> categories,
        List<RoundLine> rounds,
        List<ReviewLine> reviews,
        Map<Tally, Long> tallies,
        NoticePowers powers,
        List<WorkItem> tasks,
        List<JournalLine> happenings) {

    /**
     * @param live how many of its duties are not closed
     * @param dueAtTyped the deadline as a field for a date and a time takes it
     * @param day of the deadline, for the list of its duties
     */
    record RoundLine(UUID id, Obligation obligation, Instant dueAt, int live, String dueAtTyped, String day) {}

    /** @param who the reviewer, or the department that is asked while there is no verdict */
    record ReviewLine(
            ReviewKind kind,
            @Nullable Verdict verdict,
            String who,
            @Nullable Instant at,
            @Nullable String remark) {}
}
