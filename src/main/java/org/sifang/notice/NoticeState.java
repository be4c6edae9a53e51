package org.sifang.notice;

import java.util.Set;

/** The life of a notice. */
public enum NoticeState {
    DRAFT,
    IN_REVIEW,
    /** Both reviews agree; the leader's signature is missing. */
    REVIEWED,
    /** In force. */
    ISSUED,
    SUPERSEDED,
    LIFTED,
    WITHDRAWN;

    /** The states before the issue. */
    public static final Set<NoticeState> PREPARING = Set.of(DRAFT, IN_REVIEW, REVIEWED);
}
