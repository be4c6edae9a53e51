package org.sifang.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.sifang.inspection.DrawInput.Candidate;
import org.sifang.inspection.DrawInput.Inspector;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;

/** The draw: by weight, repeatable, and never in one's own cause. */
class DoubleDrawTests {

    private static final List<Inspector> FOUR = List.of(
            new Inspector("a", "CITY"),
            new Inspector("b", "CITY"),
            new Inspector("c", "NORTH"),
            new Inspector("d", "SOUTH"));

    private static Candidate object(String code, int weight, String... barred) {
        return new Candidate(code, weight, List.of(), List.of(barred));
    }

    private static List<Candidate> ten() {
        return IntStream.range(0, 10)
                .mapToObj(i -> object("H" + i, 10 + i, "H" + i))
                .toList();
    }

    @Test
    void theSameSeedAndInputGiveTheSameForEver() {
        DrawInput input = new DrawInput(3, 2, ten(), FOUR);

        assertThat(DoubleDraw.of("5eed", input))
                .isEqualTo(DoubleDraw.of("5eed", input))
                // Written down once: whoever changes the algorithm makes old draws unrepeatable.
                .extracting(visit -> visit.organization() + "=" + String.join("+", visit.inspectors()))
                .containsExactlyElementsOf(FIXED);
    }

    private static final List<String> FIXED = List.of("H5=d+b", "H8=c+a", "H7=a+b");

    @Test
    void theOrderOfTheListsChangesNothing() {
        List<Candidate> objects = new ArrayList<>(ten());
        List<Inspector> inspectors = new ArrayList<>(FOUR);
        List<DrawnVisit> first = DoubleDraw.of("one", new DrawInput(4, 2, objects, inspectors));
        Collections.shuffle(objects, new Random(1));
        Collections.shuffle(inspectors, new Random(2));

        assertThat(DoubleDraw.of("one", new DrawInput(4, 2, objects, inspectors)))
                .isEqualTo(first);
    }

    @Test
    void anotherSeedGivesAnotherDraw() {
        DrawInput input = new DrawInput(3, 2, ten(), FOUR);

        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> DoubleDraw.of("seed" + i, input))
                        .distinct()
                        .count())
                .isGreaterThan(40);
    }

    @Test
    void theHeavierIsDrawnAsOftenAsItsWeightSays() {
        DrawInput input = new DrawInput(1, 2, List.of(object("heavy", 30), object("light", 10)), FOUR);

        long heavy = IntStream.range(0, 4_000)
                .filter(i -> DoubleDraw.of("s" + i, input).get(0).organization().equals("heavy"))
                .count();

        assertThat(heavy).isBetween(2_850L, 3_150L); // three quarters of 4,000
    }

    @Test
    void nothingIsDrawnTwiceAndAllOfThemWhenThereAreFewer() {
        List<DrawnVisit> all = DoubleDraw.of("x", new DrawInput(99, 2, ten(), FOUR));

        assertThat(all).hasSize(10).extracting(DrawnVisit::organization).doesNotHaveDuplicates();
    }

    @Test
    void nobodyInspectsItsOwnOrganisationOrTheOneBelow() {
        List<Candidate> objects = List.of(object("NORTH-H1", 10, "NORTH-H1", "NORTH"), object("SOUTH-H1", 10, "SOUTH"));
        for (int i = 0; i < 200; i++) {
            DoubleDraw.of("s" + i, new DrawInput(2, 2, objects, FOUR)).forEach(visit -> {
                assertThat(visit.inspectors()).hasSize(2).doesNotHaveDuplicates();
                assertThat(visit.inspectors())
                        .doesNotContain(visit.organization().startsWith("NORTH") ? "c" : "d");
            });
        }
    }

    @Test
    void theWorkIsSharedOut() {
        List<DrawnVisit> all = DoubleDraw.of("fair", new DrawInput(10, 2, ten(), FOUR));

        FOUR.forEach(one -> assertThat(all.stream()
                        .filter(visit -> visit.inspectors().contains(one.username()))
                        .count())
                .isEqualTo(5));
    }

    @Test
    void anObjectThatTooFewMayVisitIsNamed() {
        DrawInput input = new DrawInput(1, 2, List.of(object("CITY-H1", 10, "CITY", "NORTH")), FOUR);

        assertThatThrownBy(() -> DoubleDraw.of("x", input))
                .asInstanceOf(InstanceOfAssertFactories.type(FaultsException.class))
                .extracting(refused -> refused.faults().get(0))
                .isEqualTo(Fault.at("inspectors", "fault.inspection.draw.inspectors", "CITY-H1", 1, 2));
        assertThatThrownBy(() -> DoubleDraw.of("x", new DrawInput(1, 2, List.of(), FOUR)))
                .isInstanceOf(FaultsException.class);
        assertThatThrownBy(() -> new DrawInput(1, 1, ten(), FOUR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theJournalsFactsAreEnoughToRepeatIt() {
        DrawInput input = new DrawInput(2, 2, ten(), FOUR);
        Draw draw = new Draw(
                new java.util.UUID(1, 2),
                new java.util.UUID(1, 1),
                1,
                "abc",
                input,
                DoubleDraw.of("abc", input),
                java.time.Instant.EPOCH,
                "officer",
                null);

        DrawRecord read = DrawRecord.read(DrawRecord.of(draw).facts());

        assertThat(read.visits()).isEqualTo(draw.result());
        assertThat(read.repeated()).isEqualTo(draw.result());
    }
}
