package org.sifang.notice;

/** Answered by those who still run something under a notice that was lifted or superseded. */
public interface NoticeEnding {

    /**
     * Ends the next of it, some hundred in the caller's transaction, with the notice's reason.
     *
     * @return whether nothing is left
     */
    boolean endChunk(NoticeView notice);
}
