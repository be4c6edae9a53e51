package org.sifang.labtest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.screening.CasePanel;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** The tests on a case's page, with their clocks and everything that was ever found. */
@Component
class TestPanel implements CasePanel {

    private final LabTests tests;
    private final Wording wording;

    TestPanel(LabTests tests, Wording wording) {
        this.tests = tests;
        this.wording = wording;
    }

    /**
     * A test and the words around it.
     *
     * @param corrections newest last
     */
    public record Line(LabTest test, @Nullable String laboratory, List<Correction> corrections) {}

    /** A correction, and who made it. */
    public record Correction(RecordedResult result, String by) {}

    @Override
    public int order() {
        return 30;
    }

    @Override
    public String fragment() {
        return "labtest/panel :: tests";
    }

    @Override
    public Map<String, Object> model(PersonCase found, Actor reader) {
        List<LabTest> all = tests.ofCases(List.of(found.id())).getOrDefault(found.id(), List.of());
        if (all.isEmpty()) {
            return Map.of();
        }
        Map<UUID, List<RecordedResult>> results =
                tests.results(all.stream().map(LabTest::id).toList());
        return Map.of(
                "mayExempt",
                tests.caresFor(found, reader),
                "lines",
                all.stream()
                        .map(test -> new Line(
                                test,
                                test.laboratory() == null ? null : wording.organizationName(test.laboratory()),
                                results.getOrDefault(test.id(), List.of()).stream()
                                        .filter(result -> result.before() != null)
                                        .map(result -> new Correction(result, wording.officerName(result.recordedBy())))
                                        .toList()))
                        .toList());
    }
}
