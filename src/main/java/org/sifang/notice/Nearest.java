package org.sifang.notice;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word somebody probably meant. */
final class Nearest {

    private Nearest() {}

    /** The word with the fewest letters changed, if at most two in five are; null otherwise. */
    static @Nullable String to(String written, Collection<String> words) {
        String best = null;
        int fewest = Integer.MAX_VALUE;
        if (written.length() > 40) {
            return null;
        }
        for (String word : words) {
            int changes = changes(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
            if (changes < fewest && changes * 5 <= Math.max(word.length(), 5) * 2) {
                best = word;
                fewest = changes;
            }
        }
        return best;
    }

    /** Levenshtein distance. */
    private static int changes(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[to.length()];
    }
}
