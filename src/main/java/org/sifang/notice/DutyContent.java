package org.sifang.notice;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.sifang.organization.Actor;

/** Answered by the capability that knows what is handed in for a kind of duty. */
public interface DutyContent {

    Set<ObligationKind> kinds();

    /** What the work form asks: the file's schema, unless that depends on the duty. */
    default JsonNode form(Duty duty, JsonNode file) {
        return file;
    }

    /** Values for the work form, by field key. */
    Map<String, Object> open(Duty duty, Actor reader);

    /**
     * Judges what the work form says before it goes to the chief.
     *
     * @throws org.sifang.kernel.FaultsException with paths that are field keys
     */
    void check(Duty duty, Map<String, Object> values, Actor by, Instant now);

    /**
     * Freezes what is handed in.
     *
     * @param values what the work form said; empty when there was none
     * @param by user name of the one who hands it in
     */
    DutyMet submit(Duty duty, Map<String, Object> values, Submission submission, String by, Instant now);
}
