package org.sifang.notice;

import java.util.List;
import java.util.UUID;
import org.sifang.organization.Role;
import org.springframework.stereotype.Service;

/** Reminds a department of a review that waits. */
@Service
public class ReviewReminder {

    private final Notices notices;
    private final NoticeDesk desk;
    private final Announcements announcements;

    ReviewReminder(Notices notices, NoticeDesk desk, Announcements announcements) {
        this.notices = notices;
        this.desk = desk;
        this.announcements = announcements;
    }

    public void remind(UUID id, ReviewKind kind) {
        NoticeView notice = notices.require(id);
        announcements.tell(
                desk.reviewer(notice, kind),
                Role.OFFICER,
                "notice.reviewOverdue",
                id,
                "/notices/" + id,
                List.of(notice.caption()));
    }
}
