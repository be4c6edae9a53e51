package org.sifang.isolation;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.Category;
import org.sifang.notice.Measure;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.springframework.stereotype.Component;

/** The measure of a category of a notice, and what the table makes of it for one person. */
@Component
class MeasureOf {

    private final Notices notices;
    private final ControlMeasures table;

    MeasureOf(Notices notices, ControlMeasures table) {
        this.notices = notices;
        this.table = table;
    }

    /** What the notice orders, and the clause that says so. */
    record Ordered(Measure measure, String clause) {}

    Ordered ordered(UUID notice, String category) {
        return ordered(notices.require(notice), category);
    }

    Ordered ordered(NoticeView notice, String code) {
        Category category = notice.definition().category(code).orElseThrow();
        return new Ordered(notice.definition().measureOf(category), category.clause());
    }

    ControlMeasure decide(Measure ordered, @Nullable Integer age, boolean symptoms, @Nullable Boolean homeSuitable) {
        return table.decide(Circumstances.of(ordered, age, symptoms, homeSuitable));
    }

    /** The same, which asks the table once for all people of the same circumstances. */
    Remembered remembering() {
        return new Remembered();
    }

    /** What the table said so far. */
    final class Remembered {

        private final Map<Circumstances, ControlMeasure> said = new ConcurrentHashMap<>();

        ControlMeasure decide(Measure ordered, @Nullable Integer age) {
            return said.computeIfAbsent(Circumstances.of(ordered, age, false, null), table::decide);
        }
    }
}
