package org.sifang.labtest;

import java.util.List;
import java.util.UUID;
import org.sifang.isolation.TestResult;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings the tests of cases to their results, for those who test what follows. */
@Component
@Profile("test")
public class CaseLab {

    private final LabStage stage;
    private final LabTests tests;
    private final LabDesk desk;

    CaseLab(LabStage stage, LabTests tests, LabDesk desk) {
        this.stage = stage;
        this.tests = tests;
        this.desk = desk;
    }

    /** Samples, delivers and finds out what the case's open test says. */
    public UUID result(UUID caseId, TestResult result) {
        LabTest open = open(caseId).get(0);
        stage.recorded(stage.delivered(stage.sampled(open)), result);
        return open.id();
    }

    public void corrected(UUID test, TestResult result) {
        desk.correct(test, result, null, "标本登记有误", stage.lab(), stage.now());
    }

    public int waiting(UUID caseId) {
        return open(caseId).size();
    }

    private List<LabTest> open(UUID caseId) {
        return tests.ofCases(List.of(caseId)).getOrDefault(caseId, List.of()).stream()
                .filter(test -> test.state().isOpen())
                .toList();
    }
}
