package org.sifang.worklist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.worklist.CutOff;

/**
 * What stands around the content of a page for somebody signed in.
 *
 * @param navigation groups of entries, in order
 * @param topBar entries of the top bar: messages
 * @param tabs the entries that fit a phone's tabs beside the one that opens all
 * @param cutOff the next hour that matters to him; null when nothing is due
 */
public record Chrome(
        String officer,
        String organization,
        List<List<Entry>> navigation,
        List<Entry> topBar,
        List<Entry> tabs,
        @Nullable CutOff cutOff) {

    /** @param key message key of the label */
    public record Entry(String id, String href, String key, long count) {

        private static final long MOST = 99;

        /** The number as it fits beside the label: {@code 7}, {@code 99+}. */
        public String badge() {
            return capped() ? MOST + "+" : Long.toString(count);
        }

        /** Whether the badge leaves the exact number to its title. */
        public boolean capped() {
            return count > MOST;
        }
    }

    public Chrome {
        navigation = List.copyOf(navigation);
        topBar = List.copyOf(topBar);
        tabs = List.copyOf(tabs);
    }
}
