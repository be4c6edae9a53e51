package org.sifang.isolation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which checks of a day are wanted; null leaves a side open.
 *
 * @param organisation code; of a command its whole area, else whom it looks after or registered
 */
public record CheckFilter(
        LocalDate day,
        @Nullable UUID notice,
        @Nullable String organisation,
        @Nullable Listing listing) {

    /** The lists behind the numbers. */
    public enum Listing {
        OPEN("d.state in ('DUE', 'MISSED', 'NOT_REACHED')"),
        DONE("d.state = 'DONE'"),
        MISSED("d.state = 'MISSED'"),
        NOT_REACHED("d.state = 'NOT_REACHED'"),
        SYMPTOMS("d.state = 'DONE' and cardinality(d.symptoms) > 0"),
        AWAY("d.presence = 'AWAY'"),
        ABSENT("d.presence = 'ABSENT'"),
        LATE("d.state = 'DONE' and d.late");

        private final String condition;

        Listing(String condition) {
            this.condition = condition;
        }

        String condition() {
            return condition;
        }
    }

    public CheckFilter of(Listing wanted) {
        return new CheckFilter(day, notice, organisation, wanted);
    }
}
