package org.sifang.reporting;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sifang.document.SheetColumn;
import org.sifang.document.SheetWriter;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.NoticeDefinition;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.Obligation;
import org.sifang.notice.PreparedCopy;
import org.sifang.organization.Actor;
import org.sifang.screening.ImportState;
import org.sifang.screening.SheetImport;
import org.sifang.screening.SheetImports;

/** What the tests of reports begin with. */
final class ReportStage {

    private static final List<SheetColumn> COLUMNS = List.of(
            SheetColumn.text("姓名", 16),
            SheetColumn.text("性别", 8),
            SheetColumn.number("年龄", 8),
            SheetColumn.text("身份证号", 24),
            SheetColumn.text("联系方式", 18),
            SheetColumn.text("家庭住址", 52),
            SheetColumn.text("人员类别", 24));

    private ReportStage() {}

    /**
     * The Tongliao notice with deadlines ahead and without a number, so that it can be issued again and again; it asks
     * for the stock twice, which stands for the days that follow.
     */
    static NoticeDefinition definition(Clock clock) {
        NoticeDefinition copy = PreparedCopy.of(
                new NoticeLibrary(new DefinitionReader()).definition(NoticeLibrary.TONGLIAO_2020),
                clock.instant(),
                clock.getZone());
        List<Obligation> obligations = new ArrayList<>(copy.obligations());
        Obligation stock = copy.obligation("stock").orElseThrow();
        obligations.add(new Obligation(
                "again",
                stock.clause(),
                stock.kind(),
                stock.addressees(),
                stock.receiptWithin(),
                stock.due(),
                stock.dueWithin(),
                null,
                null,
                null,
                stock.innerDeadlines(),
                stock.ladder(),
                null,
                null));
        return new NoticeDefinition(
                null,
                copy.title(),
                copy.issuer(),
                copy.issuedAt(),
                null,
                copy.clauses(),
                copy.categories(),
                copy.measures(),
                obligations,
                copy.ladders());
    }

    /** Invented people with these numbers, in the form counties send. */
    static byte[] sheet(int from, int until) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter sheet = new SheetWriter(out, Clock.systemUTC().getZone())) {
            sheet.sheet("人员", COLUMNS);
            for (int number = from; number < until; number++) {
                sheet.row(
                        number % 2 == 0 ? "包·其木格𠮷" : "示例甲",
                        number % 2 == 0 ? "女" : "男",
                        37,
                        ReportSamples.idNumber(number),
                        "199" + String.format("%08d", number),
                        "=示例街道示例社区" + number + "号楼",
                        "青岛旅居");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Imports the people and waits until the sheet is read. */
    static SheetImport found(
            SheetImports imports, Clock clock, UUID notice, String organization, Actor by, int from, int until) {
        UUID id = imports.accept(notice.toString(), organization, "示例.xlsx", sheet(from, until), by, clock.instant());
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> imports.require(id, by), sheet -> sheet.state() != ImportState.RUNNING);
    }
}
