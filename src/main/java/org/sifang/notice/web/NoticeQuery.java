package org.sifang.notice.web;

import org.jspecify.annotations.Nullable;
import org.sifang.notice.NoticeState;

/** What the address of the list of notices says. */
record NoticeQuery(
        @Nullable String q,
        @Nullable String state,
        @Nullable Integer page) {

    /** Null for a word that is no state: an address somebody cut off shows the whole list. */
    @Nullable
    NoticeState wanted() {
        return Words.oneOf(NoticeState.class, state);
    }

    int from() {
        return page == null ? 0 : Math.max(page, 0);
    }
}
