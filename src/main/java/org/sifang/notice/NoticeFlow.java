package org.sifang.notice;

import java.util.UUID;

/** The way of a notice through its process, in the words of its business. */
public interface NoticeFlow {

    void drafting(UUID notice);

    void drafted(UUID notice);

    void reviewed(UUID notice, ReviewKind kind, boolean approved);

    void signed(UUID notice, boolean signed);

    /** A leader issues it without waiting for the reviews. */
    void issuedAtOnce(UUID notice);

    void withdrawn(UUID notice);

    void lifted(UUID notice);

    void superseded(UUID notice);
}
