package org.sifang.emergency;

import org.sifang.isolation.CaseTests;
import org.sifang.isolation.TestDecided;
import org.sifang.isolation.TestResult;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Stands an emergency down when the positive it rests on is corrected, in the transaction that corrects it. */
@Component
class PositiveCorrected {

    private final EmergencyCourse course;
    private final ObjectProvider<CaseTests> tests;

    PositiveCorrected(EmergencyCourse course, ObjectProvider<CaseTests> tests) {
        this.course = course;
        this.tests = tests;
    }

    /** Before those who then decide about the case anew. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void heard(TestDecided decided) {
        if (decided.before() == TestResult.POSITIVE
                && decided.result() != TestResult.POSITIVE
                && !anotherIsPositive(decided)) {
            course.standDown(decided.caseId(), decided.at());
        }
    }

    private boolean anotherIsPositive(TestDecided decided) {
        return tests.stream()
                .flatMap(known -> known.of(java.util.List.of(decided.caseId())).values().stream())
                .flatMap(java.util.Collection::stream)
                .anyMatch(other ->
                        other.result() == TestResult.POSITIVE && !other.test().equals(decided.test()));
    }
}
