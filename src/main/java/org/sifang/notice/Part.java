package org.sifang.notice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A mapping somebody wrote, asked property by property. What is wrong goes to the log with its path and reading goes on; what
 * nobody asked for is unknown in the end.
 */
final class Part {

    private static final Tree NOTHING = new Tree.Nothing();

    private final String path;
    private final Map<String, Tree> entries;
    private final FaultLog faults;
    private final Set<String> asked = new LinkedHashSet<>();
    private final int before;

    private Part(String path, Map<String, Tree> entries, FaultLog faults) {
        this.path = path;
        this.entries = entries;
        this.faults = faults;
        this.before = faults.found();
    }

    /** The tree as a mapping; null, with a fault, when it is something else. */
    static @Nullable Part of(Tree tree, String path, FaultLog faults) {
        if (tree instanceof Tree.Mapping mapping) {
            return new Part(path, mapping.entries(), faults);
        }
        faults.add(path, Wrong.NOT_MAPPING);
        return null;
    }

    /** Whether something stands there; an empty list or mapping is nothing, programs send it so. */
    boolean has(String name) {
        Tree tree = entries.getOrDefault(name, NOTHING);
        return !(tree instanceof Tree.Nothing)
                && !(tree instanceof Tree.Sequence sequence && sequence.items().isEmpty())
                && !(tree instanceof Tree.Mapping mapping && mapping.entries().isEmpty());
    }

    /** The value, or {@code instead} when the property is missing or not readable, each with a fault. */
    <T> T required(String name, Word<T> word, T instead) {
        T value = required(name, word);
        return value == null ? instead : value;
    }

    /** The value; null, with a fault, when the property is missing or not readable. */
    <T> @Nullable T required(String name, Word<T> word) {
        return needed(name) ? optional(name, word) : null;
    }

    /** Whether the property is there; a fault otherwise. */
    boolean needed(String name) {
        asked.add(name);
        if (!has(name)) {
            fault(name, Wrong.MISSING, name);
        }
        return has(name);
    }

    /** The value; null when the property is not there or, with a fault, not readable. */
    <T> @Nullable T optional(String name, Word<T> word) {
        return value(get(name), at(name), word);
    }

    <T> T optional(String name, Word<T> word, T instead) {
        T value = optional(name, word);
        return value == null ? instead : value;
    }

    /** The values of a list, one alone also without brackets; those that are not readable are left out, with a fault. */
    <T> List<T> values(String name, Word<T> word) {
        List<T> values = new ArrayList<>();
        if (get(name) instanceof Tree.Scalar) {
            T value = optional(name, word);
            return value == null ? List.of() : List.of(value);
        }
        List<Tree> items = list(name);
        for (int i = 0; i < items.size(); i++) {
            String where = at(name) + "[" + i + "]";
            if (items.get(i) instanceof Tree.Nothing) {
                faults.add(where, Wrong.BLANK);
            }
            T value = value(items.get(i), where, word);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Each mapping of a list, read; those with a fault are left out. */
    <T> List<T> parts(String name, Function<Part, @Nullable T> reading) {
        List<T> read = new ArrayList<>();
        List<Tree> items = list(name);
        for (int i = 0; i < items.size(); i++) {
            Part part = of(items.get(i), at(name) + "[" + i + "]", faults);
            T value = part == null ? null : reading.apply(part);
            if (value != null) {
                read.add(value);
            }
        }
        return read;
    }

    /** The mapping under this name; null when there is none, with a fault when it is something else. */
    @Nullable
    Part part(String name) {
        Tree tree = get(name);
        return has(name) ? of(tree, at(name), faults) : null;
    }

    /** The names used in this mapping, in their order. */
    Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    void fault(String name, Wrong what, Object... args) {
        faults.add(name.isEmpty() ? path : at(name), what, args);
    }

    /** Path of a property of this mapping. */
    String at(String name) {
        return Tree.step(path, name);
    }

    /** Whether nothing was wrong since this mapping was opened; names first whatever nobody asked for. */
    boolean sound() {
        for (String name : entries.keySet()) {
            if (!asked.contains(name)) {
                String nearest = Nearest.to(name, asked);
                if (nearest == null) {
                    fault(name, Wrong.UNKNOWN, Tree.shortened(name), String.join(", ", asked));
                } else {
                    fault(name, Wrong.UNKNOWN_NEAR, Tree.shortened(name), nearest);
                }
            }
        }
        return faults.found() == before;
    }

    private List<Tree> list(String name) {
        Tree tree = get(name);
        if (tree instanceof Tree.Sequence sequence) {
            return sequence.items();
        }
        if (!(tree instanceof Tree.Nothing)) {
            fault(name, Wrong.NOT_LIST);
        }
        return List.of();
    }

    private <T> @Nullable T value(Tree tree, String where, Word<T> word) {
        if (tree instanceof Tree.Scalar scalar) {
            try {
                return word.read(scalar);
            } catch (Unreadable unreadable) {
                faults.add(where, unreadable.what(), unreadable.args());
            }
        } else if (!(tree instanceof Tree.Nothing)) {
            faults.add(where, Wrong.NOT_SCALAR);
        }
        return null;
    }

    private Tree get(String name) {
        asked.add(name);
        return entries.getOrDefault(name, NOTHING);
    }
}
