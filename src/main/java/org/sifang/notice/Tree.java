package org.sifang.notice;

import java.util.List;
import java.util.Map;

/** What was written, before it means anything; the same for JSON and YAML, scalars in their original spelling. */
sealed interface Tree {

    /** Deeper than any notice; keeps recursion within bounds. */
    int MAX_DEPTH = 20;

    /** Aliases may repeat a part, but not blow a small text up. */
    int MAX_NODES = 50_000;

    record Mapping(Map<String, Tree> entries) implements Tree {}

    record Sequence(List<Tree> items) implements Tree {}

    /** @param number whether it is a JSON number */
    record Scalar(String text, boolean number) implements Tree {}

    record Nothing() implements Tree {}

    /** Path of an entry; a name that would not read as one step is put in quotes. */
    static String step(String path, String name) {
        if (!name.matches("[\\p{L}\\p{N}_-]+")) {
            return path + "[\"" + shortened(name) + "\"]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /** What faults repeat of a text is a hint, not the text. */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 40
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
