package org.sifang.notice;

import java.util.List;
import java.util.UUID;
import org.sifang.organization.Role;
import org.springframework.stereotype.Service;

/** Reminds a department of a review that waits. */
@Service
public class ReviewReminder {

    private final Notices notices;
    private final Reviewers reviewers;
    private final Announcements announcements;

    ReviewReminder(Notices notices, Reviewers reviewers, Announcements announcements) {
        this.notices = notices;
        this.reviewers = reviewers;
        this.announcements = announcements;
    }

    public void remind(UUID id, ReviewKind kind) {
        NoticeView notice = notices.require(id);
        announcements.tell(
                reviewers.of(notice, kind),
                Role.OFFICER,
                "notice.reviewOverdue",
                id,
                "/notices/" + id,
                List.of(notice.caption()));
    }
}
