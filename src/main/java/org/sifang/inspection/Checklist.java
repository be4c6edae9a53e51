package org.sifang.inspection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at in an organisation, by an inspector or by itself; data, so that another list needs no code.
 *
 * @param code how notices name it
 * @param pass score from which on a visit is passed, 0 to 100
 */
public record Checklist(String code, String name, int pass, List<Section> sections) {

    /** A group of items under one heading. */
    public record Section(String name, List<Item> items) {

        public Section {
            items = List.copyOf(items);
        }
    }

    /**
     * One thing to look at.
     *
     * @param code unique in its list; a repeated finding is told by it
     * @param look how to look at it
     * @param severity how much is wrong when it is not in order; {@link Severity#SEVERE} fails the visit by itself
     * @param points weight in the score
     * @param unit what is counted, where the item is a number: DAYS, ROOMS, BEDS, PEOPLE, VEHICLES
     * @param minimum least number that is in order; null when nothing is counted
     */
    public record Item(
            String code,
            String text,
            String look,
            Severity severity,
            int points,
            @Nullable String unit,
            @Nullable Integer minimum) {

        public Item {
            if (code.isBlank() || text.isBlank() || points < 1) {
                throw new IllegalArgumentException("An item has a code, a text and a weight");
            }
        }

        public boolean counted() {
            return unit != null;
        }
    }

    public Checklist {
        sections = List.copyOf(sections);
        if (pass < 0 || pass > 100) {
            throw new IllegalArgumentException(code + ": a score lies between 0 and 100");
        }
        Set<String> codes = new HashSet<>();
        sections.stream().flatMap(section -> section.items().stream()).forEach(item -> {
            if (!codes.add(item.code())) {
                throw new IllegalArgumentException(code + ": item " + item.code() + " stands there twice");
            }
        });
        if (codes.isEmpty()) {
            throw new IllegalArgumentException(code + ": a checklist without items checks nothing");
        }
    }

    public List<Item> items() {
        return stream().toList();
    }

    public Optional<Item> item(String itemCode) {
        return stream().filter(item -> item.code().equals(itemCode)).findFirst();
    }

    private Stream<Item> stream() {
        return sections.stream().flatMap(section -> section.items().stream());
    }
}
