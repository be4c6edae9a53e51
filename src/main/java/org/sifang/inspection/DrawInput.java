package org.sifang.inspection;

import java.util.Comparator;
import java.util.List;

/**
 * Everything a draw depends on beside its seed.
 *
 * @param size how many objects are drawn; all of them when there are fewer
 * @param team how many inspectors make a visit
 * @param objects ordered by code, so that nobody can steer the draw by the order of a list
 * @param inspectors ordered by user name
 */
public record DrawInput(int size, int team, List<Candidate> objects, List<Inspector> inspectors) {

    /** Fewest inspectors of a visit: nobody inspects alone. */
    public static final int LEAST_TEAM = 2;

    /**
     * An organisation that may be drawn.
     *
     * @param weight chance against the others, at least 1
     * @param reasons what the weight is made of: key of the rule and its points
     * @param barred organisations whose people may not inspect it
     */
    public record Candidate(String code, int weight, List<Reason> reasons, List<String> barred) {

        public Candidate {
            reasons = List.copyOf(reasons);
            barred = List.copyOf(barred);
            if (weight < 1) {
                throw new IllegalArgumentException(code + ": whoever may be drawn has a chance");
            }
        }
    }

    /** A rule of the decision table that spoke, and the points it gave. */
    public record Reason(String rule, int points) {}

    /** Somebody who may be sent. */
    public record Inspector(String username, String organization) {}

    public DrawInput {
        objects = objects.stream().sorted(Comparator.comparing(Candidate::code)).toList();
        inspectors = inspectors.stream()
                .sorted(Comparator.comparing(Inspector::username))
                .toList();
        if (size < 1 || team < LEAST_TEAM) {
            throw new IllegalArgumentException("A draw takes at least one object and two inspectors for it");
        }
    }

    /** Those who may visit this object. */
    public List<Inspector> eligible(Candidate object) {
        return inspectors.stream()
                .filter(one -> !object.barred().contains(one.organization()))
                .toList();
    }
}
