package org.sifang.isolation.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.isolation.DailyCheck;
import org.sifang.isolation.DailyCheckState;
import org.sifang.isolation.Leave;
import org.sifang.isolation.Presence;

/**
 * A check as other systems see it.
 *
 * @param caseId id of the case; who she is stands there
 * @param temperature in °C
 * @param attempts contacts tried in vain
 * @param forHousehold one of the household answered for her
 */
record CheckJson(
        UUID id,
        UUID caseId,
        UUID notice,
        LocalDate date,
        String organisation,
        String carer,
        DailyCheckState state,
        @Nullable Presence presence,
        @Nullable BigDecimal temperature,
        List<String> symptoms,
        @Nullable Leave leave,
        int attempts,
        @Nullable OffsetDateTime answeredAt,
        @Nullable String answeredBy,
        boolean forHousehold,
        boolean late) {

    static CheckJson of(DailyCheck check, ZoneId zone) {
        return new CheckJson(
                check.id(),
                check.caseId(),
                check.notice(),
                check.day(),
                check.organization(),
                check.carer(),
                check.state(),
                check.presence(),
                check.temperature(),
                check.symptoms().stream().map(Enum::name).sorted().toList(),
                check.leave(),
                check.attempts(),
                check.answeredAt() == null
                        ? null
                        : check.answeredAt().atZone(zone).toOffsetDateTime(),
                check.answeredBy(),
                check.forAll(),
                check.late());
    }
}
