package org.sifang.notice;

/**
 * A clause of the notice, cited by tasks, findings and fact files.
 *
 * @param ref how it is cited, such as 三(一)
 */
public record Clause(String ref, String text) {

    public Clause {
        if (ref.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("A clause has a reference and a text");
        }
    }
}
