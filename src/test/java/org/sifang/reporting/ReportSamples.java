package org.sifang.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.DivisionCode;
import org.sifang.kernel.Ids;
import org.sifang.notice.ObligationKind;
import org.sifang.person.DocumentType;
import org.sifang.person.IdentityNumber;
import org.sifang.person.Sex;

/** Invented reports and people for the tests of this package. */
final class ReportSamples {

    static final Instant EVENING = Instant.parse("2020-10-12T12:40:00Z");

    private ReportSamples() {}

    static Report report(List<FrozenTable> tables) {
        return new Report(
                UUID.fromString("01928000-0000-7000-8000-000000000001"),
                UUID.fromString("01928000-0000-7000-8000-000000000002"),
                "stock",
                "三(三)",
                ObligationKind.STOCK_REPORT,
                "150502",
                "科尔沁区疫情防控指挥部",
                new DivisionCode("150502"),
                null,
                "150500",
                LocalDate.of(2020, 10, 12),
                Instant.parse("2020-10-12T13:00:00Z"),
                tables);
    }

    static FrozenTable table(int version, int supplement, int people, @Nullable Instant withdrawnAt) {
        return new FrozenTable(
                Ids.next(),
                report(List.of()).id(),
                version,
                supplement,
                "150502〔2020〕" + version + "号" + (supplement == 0 ? "" : "补" + supplement),
                EVENING,
                "150502.officer",
                "150502.leader",
                people == 0,
                people,
                null,
                people == 0 ? List.of() : List.of(new CategoryCount("QD-STAY", "青岛旅居", people)),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                withdrawnAt,
                true);
    }

    static List<ReportRow> rows(int count) {
        return IntStream.range(0, count).mapToObj(ReportSamples::row).toList();
    }

    static ReportRow row(int number) {
        return new ReportRow(
                new UUID(0x0192_8000_0000_7000L, 0x8000_0000_0000_0000L + number),
                DocumentType.ID_CARD,
                number % 5 == 0 ? "包·其木格𠮷" : "示例" + "甲乙丙丁戊己庚辛壬癸".charAt(number % 10),
                number % 2 == 0 ? Sex.FEMALE : Sex.MALE,
                20 + number % 60,
                idNumber(number),
                number % 11 == 0 ? "19900000001/0475-8200000" : "199" + String.format("%08d", number),
                number % 7 == 3
                        ? "内蒙古自治区通辽市科尔沁区示例街道示例社区示例小区（原示例家属院）12 号楼 3 单元 1502 室，户主外出务工，由邻居代收通知"
                        : "科尔沁区示例街道示例社区 " + number + " 号楼",
                number % 3 == 0 ? "QD-CONTACT" : "QD-STAY",
                number % 3 == 0 ? "接触青岛市五区人员" : "青岛旅居");
    }

    static String idNumber(int number) {
        String digits = "15050219900101" + String.format("%03d", number % 1000);
        return digits + IdentityNumber.check(digits);
    }
}
