package org.sifang.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.inspection.DrawInput.Candidate;
import org.sifang.inspection.DrawInput.Inspector;

/**
 * A draw as the journal has it: all that is needed to repeat it, in plain words. Objects are {@code code:weight:barred|barred},
 * inspectors {@code user@organisation}, visits {@code code=user+user}; blanks stand between them.
 *
 * @param visits what the journal says was drawn
 */
public record DrawRecord(UUID draw, int number, String seed, DrawInput input, List<DrawnVisit> visits) {

    private static final String ALGORITHM = "sha256-1";

    static DrawRecord of(Draw draw) {
        return new DrawRecord(draw.id(), draw.number(), draw.seed(), draw.input(), draw.result());
    }

    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("draw", draw.toString());
        facts.put("number", Integer.toString(number));
        facts.put("algorithm", ALGORITHM);
        facts.put("seed", seed);
        facts.put("size", Integer.toString(input.size()));
        facts.put("team", Integer.toString(input.team()));
        facts.put("candidates", Integer.toString(input.objects().size()));
        facts.put("drawn", Integer.toString(visits.size()));
        facts.put(
                "objects",
                joined(input.objects().stream()
                        .map(one -> one.code() + ":" + one.weight() + ":" + String.join("|", one.barred()))
                        .toList()));
        facts.put(
                "inspectors",
                joined(input.inspectors().stream()
                        .map(one -> one.username() + "@" + one.organization())
                        .toList()));
        facts.put(
                "visits",
                joined(visits.stream()
                        .map(one -> one.organization() + "=" + String.join("+", one.inspectors()))
                        .toList()));
        return facts;
    }

    /** @throws IllegalArgumentException when these are not the facts of a draw */
    static DrawRecord read(Map<String, String> facts) {
        if (!ALGORITHM.equals(facts.get("algorithm"))) {
            throw new IllegalArgumentException("Not drawn by the algorithm " + ALGORITHM);
        }
        return new DrawRecord(
                UUID.fromString(text(facts, "draw")),
                Integer.parseInt(text(facts, "number")),
                text(facts, "seed"),
                new DrawInput(
                        Integer.parseInt(text(facts, "size")),
                        Integer.parseInt(text(facts, "team")),
                        parts(facts, "objects").stream()
                                .map(DrawRecord::candidate)
                                .toList(),
                        parts(facts, "inspectors").stream()
                                .map(part -> new Inspector(before(part, '@'), after(part, '@')))
                                .toList()),
                parts(facts, "visits").stream()
                        .map(part -> new DrawnVisit(before(part, '='), split(after(part, '='), "\\+")))
                        .toList());
    }

    /** Draws once more from what is written here. */
    public List<DrawnVisit> repeated() {
        return DoubleDraw.of(seed, input);
    }

    private static Candidate candidate(String part) {
        String rest = after(part, ':');
        return new Candidate(
                before(part, ':'), Integer.parseInt(before(rest, ':')), List.of(), split(after(rest, ':'), "\\|"));
    }

    private static String joined(List<String> parts) {
        return parts.stream().collect(Collectors.joining(" "));
    }

    private static List<String> parts(Map<String, String> facts, String key) {
        return split(text(facts, key), " ");
    }

    private static List<String> split(String text, String by) {
        return text.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(text.split(by)));
    }

    private static String before(String text, char mark) {
        return text.substring(0, text.indexOf(mark));
    }

    private static String after(String text, char mark) {
        return text.substring(text.indexOf(mark) + 1);
    }

    private static String text(Map<String, String> facts, String key) {
        String value = facts.get(key);
        if (value == null) {
            throw new IllegalArgumentException("The record of a draw lacks " + key);
        }
        return value;
    }
}
