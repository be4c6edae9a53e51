package org.sifang.inspection;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.sifang.inspection.DrawInput.Candidate;
import org.sifang.inspection.DrawInput.Inspector;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Sha256;

/**
 * 双随机: draws whom to visit and who goes. Whole numbers only and no generator of the platform, so that anybody can
 * repeat it with a pocket program (ADR 40): the n-th number, from 0, is SHA-256 of {@code <seed>:<n>}, read as an unsigned
 * number; its remainder by the sum of the weights says on whom it falls, in the order of the codes.
 */
public final class DoubleDraw {

    private final String seed;
    private int number;

    private DoubleDraw(String seed) {
        this.seed = seed;
    }

    /**
     * The same for the same seed and input, for ever. Objects are drawn without putting back; the inspectors of each are
     * drawn among those who may go there and have been drawn least often so far.
     *
     * @throws FaultsException when there is nothing to draw, or an object has too few inspectors who may go there
     */
    public static List<DrawnVisit> of(String seed, DrawInput input) {
        return new DoubleDraw(seed).draw(input);
    }

    private List<DrawnVisit> draw(DrawInput input) {
        if (input.objects().isEmpty()) {
            throw new FaultsException(Fault.at("size", "fault.inspection.draw.nothing"));
        }
        List<Candidate> left = new ArrayList<>(input.objects());
        List<Candidate> drawn = new ArrayList<>();
        while (!left.isEmpty() && drawn.size() < input.size()) {
            Candidate next = pick(left, Candidate::weight);
            left.remove(next);
            drawn.add(next);
        }
        refuseThinTeams(drawn, input);
        Map<String, Integer> sent = new HashMap<>();
        return drawn.stream()
                .map(object -> new DrawnVisit(object.code(), team(input.eligible(object), input.team(), sent)))
                .toList();
    }

    private static void refuseThinTeams(List<Candidate> drawn, DrawInput input) {
        List<Fault> faults = drawn.stream()
                .filter(object -> input.eligible(object).size() < input.team())
                .map(object -> Fault.at(
                        "inspectors",
                        "fault.inspection.draw.inspectors",
                        object.code(),
                        input.eligible(object).size(),
                        input.team()))
                .toList();
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    private List<String> team(List<Inspector> eligible, int size, Map<String, Integer> sent) {
        List<Inspector> left = new ArrayList<>(eligible);
        List<String> team = new ArrayList<>();
        while (team.size() < size) {
            int least = left.stream()
                    .mapToInt(one -> sent.getOrDefault(one.username(), 0))
                    .min()
                    .orElseThrow();
            List<Inspector> freest = left.stream()
                    .filter(one -> sent.getOrDefault(one.username(), 0) == least)
                    .toList();
            Inspector next = pick(freest, one -> 1);
            left.remove(next);
            sent.merge(next.username(), 1, Integer::sum);
            team.add(next.username());
        }
        return team;
    }

    private <T> T pick(List<T> from, ToIntFunction<T> weight) {
        long sum = from.stream().mapToLong(weight::applyAsInt).sum();
        long at = next().mod(BigInteger.valueOf(sum)).longValueExact();
        for (T one : from) {
            at -= weight.applyAsInt(one);
            if (at < 0) {
                return one;
            }
        }
        throw new IllegalStateException("The remainder is less than the sum");
    }

    private BigInteger next() {
        return new BigInteger(1, Sha256.of(seed + ":" + number++));
    }
}
