package org.sifang.notice.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a text: all its faults, or what issuing it would do.
 *
 * @param sentences the fan-out in words, one a kind of addressee
 * @param passed how many deadlines have passed already
 */
record Judgement(
        List<FaultLine> faults, List<String> sentences, List<ObligationLine> obligations, int duties, long passed) {

    /** @param line where in the text; null when that is not known */
    record FaultLine(@Nullable Integer line, String path, String text) {}

    public boolean sound() {
        return faults.isEmpty();
    }
}
