package org.sifang.notice;

import org.sifang.organization.Actor;

/**
 * What an officer may do to a notice as it stands, for pages that show only what would be done.
 *
 * @param edit change the draft's wording
 * @param submit send it to both reviews
 * @param issue issue it at once, the missing reviews waived with his name
 * @param withdraw give the draft up
 * @param lift end it
 * @param amend draft one that supersedes it
 * @param extend move the deadline of a whole round
 */
public record NoticePowers(
        boolean edit, boolean submit, boolean issue, boolean withdraw, boolean lift, boolean amend, boolean extend) {

    public static NoticePowers of(NoticeView notice, Actor actor) {
        boolean prepares = NoticeAuthority.mayPrepare(actor, notice.issuer());
        boolean decides = NoticeAuthority.mayDecide(actor, notice.issuer());
        boolean draft = notice.state() == NoticeState.DRAFT;
        boolean preparing = NoticeState.PREPARING.contains(notice.state());
        return new NoticePowers(
                prepares && draft,
                prepares && draft,
                decides && preparing,
                prepares && preparing,
                decides && notice.inForce(),
                prepares && notice.inForce(),
                prepares && notice.inForce());
    }

    public boolean any() {
        return edit || submit || issue || withdraw || lift || amend;
    }
}
