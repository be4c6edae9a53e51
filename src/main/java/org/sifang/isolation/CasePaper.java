package org.sifang.isolation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Clause;
import org.sifang.notice.NoticeView;
import org.sifang.notice.TestPlan;
import org.sifang.person.PersonClear;
import org.sifang.screening.PersonCase;

/**
 * What stands on one person's paper. Prints masked.
 *
 * @param category name of her category
 * @param tests those that the notice's measure orders
 * @param measure as a sentence
 * @param decision why she is released, as a sentence; null on an order
 * @param organization name of the organisation that issues the paper
 * @param carer name of the organisation that looks after her; null when none is named
 * @param at when it is printed
 */
public record CasePaper(
        PaperKind kind,
        PersonCase found,
        Isolation isolation,
        PersonClear person,
        NoticeView notice,
        String issuer,
        Clause clause,
        String category,
        List<TestPlan> tests,
        String measure,
        @Nullable String decision,
        String organization,
        @Nullable String carer,
        Instant at) {

    public CasePaper {
        tests = List.copyOf(tests);
    }

    /** Below {@code isolation.paper.title.}. */
    public String title() {
        return kind + "." + isolation.measure().kind();
    }

    @Override
    public String toString() {
        return "CasePaper[" + kind + ", " + found.id() + "]";
    }
}
