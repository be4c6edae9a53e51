package org.sifang.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.journal.Journal;
import org.sifang.journal.JournalEntryView;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyDesk;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.DutyState;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Timeliness;
import org.sifang.organization.Actor;
import org.sifang.organization.Actors;
import org.sifang.screening.SheetImports;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** A report from the people found to the frozen table and its supplements, on the whole application. */
@SifangTest
class ReportingTests {

    @Autowired
    Clock clock;

    @Autowired
    NoticeDesk notices;

    @Autowired
    DutyDesk desk;

    @Autowired
    Duties duties;

    @Autowired
    SheetImports imports;

    @Autowired
    Reports reports;

    @Autowired
    Supplements supplements;

    @Autowired
    ReportSheet sheets;

    @Autowired
    Journal journal;

    @Autowired
    Actors actors;

    @Autowired
    JdbcClient jdbc;

    Actor city;
    Actor officer;
    Actor leader;
    NoticeView notice;
    UUID stock;
    UUID again;

    @BeforeEach
    void issueANotice() {
        city = actors.byUsername("city.leader");
        officer = actors.byUsername("150502.officer");
        leader = actors.byUsername("150502.leader");
        notice = notices.draft(ReportStage.definition(clock), city);
        notices.issueAtOnce(notice.id(), city);
        stock = receive("stock");
        again = receive("again");
    }

    private UUID receive(String obligation) {
        Duty duty = duties.list(city, DutyFilter.of(notice.id(), "150502", obligation), 0, 1)
                .items()
                .get(0);
        desk.receive(duty.id(), null, null, officer);
        return duty.id();
    }

    private void find(int from, int until) {
        ReportStage.found(imports, clock, notice.id(), "150502", officer, from, until);
    }

    @Test
    void whereThereIsNobodyTheFormHasToSayIt() {
        assertFault(() -> desk.prepare(stock, Map.of("zero", false), officer), "zero", "fault.reporting.zero.unsaid");
    }

    @Test
    void aZeroReportIsAnAnswerAndIsFrozenLikeAnyOther() {
        desk.prepare(stock, Map.of("zero", true, "remark", "全区已排查"), officer);
        desk.signOff(stock, true, null, leader);

        Duty answered = duties.require(stock);
        assertThat(answered.state()).isEqualTo(DutyState.SUBMITTED);
        assertThat(answered.timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(answered.zero()).isTrue();
        Report report = reports.require(stock, officer);
        FrozenTable table = report.requireMain();
        assertThat(report.zero()).isTrue();
        assertThat(table.number()).matches("150502〔\\d{4}〕\\d+号");
        assertThat(table.remark()).isEqualTo("全区已排查");
        assertThat(table.hash()).matches("[0-9a-f]{64}");
        assertThat(table.submittedBy()).isEqualTo("150502.officer");
        assertThat(table.signedBy()).isEqualTo("150502.leader");
        assertIntact(report, 1);
    }

    @Test
    void whereThereArePeopleZeroIsRefused() {
        find(0, 3);

        assertFault(() -> desk.prepare(stock, Map.of("zero", true), officer), "zero", "fault.reporting.zero.people");
        assertFault(() -> desk.submit(stock, true, null, officer), "zero", "fault.reporting.zero.people");
        assertThat(desk.open(duties.require(stock), officer))
                .containsEntry("people", 3)
                .containsEntry("categories", "青岛旅居 3")
                .containsEntry("cumulative", 3)
                .doesNotContainKey("previous");
    }

    @Test
    void theStockHoldsEverybodyFoundInThePlaceAndBelow() {
        find(0, 2);
        ReportStage.found(imports, clock, notice.id(), "150502901001", officer, 2, 4);
        ReportStage.found(imports, clock, notice.id(), "150521", actors.byUsername("150521.officer"), 4, 9);

        submit(stock);

        Report report = reports.require(stock, officer);
        assertThat(report.people()).isEqualTo(4);
        assertThat(report.requireMain().counts()).containsExactly(new CategoryCount("QD-STAY", "青岛旅居", 4));
        assertThat(duties.require(stock).zero()).isFalse();
        assertIntact(report, 1);
    }

    @Test
    void theNextReportHoldsOnlyWhoIsNew() {
        find(0, 3);
        submit(stock);
        find(2, 5);
        submit(again);

        Report next = reports.require(again, officer);
        assertThat(next.people()).isEqualTo(2);
        assertThat(reports.comparison(next)).isEqualTo(new Comparison(2, 3, 5));
        assertThat(reports.comparison(next).difference()).isEqualTo(-1);
        assertThat(reports.comparison(reports.require(stock, officer))).isEqualTo(new Comparison(3, null, 3));
    }

    @Test
    void whoIsFoundAfterTheSubmissionComesInNumberedSupplements() {
        find(0, 2);
        submit(stock);
        find(0, 3);
        FrozenTable first = supplements.add(stock, "夜间返回", officer, clock.instant());
        find(3, 5);
        FrozenTable second = supplements.add(stock, null, leader, clock.instant());

        Report report = reports.require(stock, city);
        FrozenTable main = report.requireMain();
        assertThat(report.state()).isEqualTo(ReportState.SUPPLEMENTED);
        assertThat(report.people()).isEqualTo(5);
        assertThat(first.number()).isEqualTo(main.number() + "补1");
        assertThat(first.people()).isEqualTo(1);
        assertThat(first.remark()).isEqualTo("夜间返回");
        assertThat(second.supplement()).isEqualTo(2);
        assertThat(second.people()).isEqualTo(2);
        assertThat(List.of(main.hash(), first.hash(), second.hash())).doesNotHaveDuplicates();
        assertThat(main.people()).as("the main table stays as it was").isEqualTo(2);
        assertIntact(report, 3);
        assertThat(jdbc.sql(
                                "select count(*) from inbox_message where recipient = 'city.officer' and subject = :subject and key = 'report.supplemented'")
                        .param("subject", stock.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aSupplementNeedsSomebodyAndComesBeforeTheNextReport() {
        assertThatThrownBy(() -> supplements.add(stock, null, officer, clock.instant()))
                .isInstanceOf(StateConflictException.class);
        submit(stock);
        assertFault(
                () -> supplements.add(stock, null, officer, clock.instant()),
                "report",
                "fault.reporting.supplement.nobody");
        find(0, 1);
        submit(again);
        find(1, 2);
        assertFault(
                () -> supplements.add(stock, null, officer, clock.instant()),
                "report",
                "fault.reporting.supplement.followed");
        assertThatThrownBy(() -> supplements.add(again, null, city, clock.instant()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whatWasReturnedStaysOnRecordAndTheNextSubmissionSaysItAll() {
        find(0, 2);
        submit(stock);
        FrozenTable first = reports.require(stock, officer).requireMain();
        desk.giveBack(stock, "请补全住址", actors.byUsername("city.officer"));
        assertThatThrownBy(() -> supplements.add(stock, null, officer, clock.instant()))
                .isInstanceOf(StateConflictException.class);
        find(2, 3);
        submit(stock);

        Report report = reports.require(stock, officer);
        FrozenTable main = report.requireMain();
        assertThat(main.version()).isEqualTo(2);
        assertThat(main.people()).isEqualTo(3);
        assertThat(main.number()).isNotEqualTo(first.number());
        assertThat(report.withdrawn())
                .singleElement()
                .satisfies(old -> assertThat(old.hash()).isEqualTo(first.hash()));
        assertThat(report.people()).isEqualTo(3);
        assertIntact(report, 1);
    }

    @Test
    void theWorkbookHasTheSevenColumnsInClearAndAsText() throws IOException {
        find(0, 2);
        submit(stock);
        find(2, 3);
        supplements.add(stock, null, officer, clock.instant());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.write(reports.require(stock, city), city, Locale.SIMPLIFIED_CHINESE, out);

        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(workbook.getSheets().map(sheet -> sheet.getName())).containsExactly("排查人员", "补充件第1号", "说明");
            List<Row> rows = rows(workbook);
            assertThat(texts(rows.get(0))).containsExactly("姓名", "性别", "年龄", "身份证号", "联系方式", "家庭住址", "人员类别");
            assertThat(texts(rows.get(1)))
                    .containsExactly(
                            "包·其木格𠮷", "女", "37", ReportSamples.idNumber(0), "19900000000", "=示例街道示例社区0号楼", "青岛旅居");
            assertThat(rows).hasSize(3);
        }
        assertThat(journal.allAbout(stock.toString()))
                .filteredOn(entry -> entry.action().equals("report.downloaded"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo("city.leader"));
    }

    @Test
    void pagesShowMasks() {
        find(0, 1);
        submit(stock);

        assertThat(reports.masked(reports.require(stock, officer).requireMain(), 10))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.person().name()).startsWith("包").contains("*");
                    assertThat(row.person().idNumber()).contains("********");
                    assertThat(row.person().phone()).isEqualTo("199****0000");
                    assertThat(row.category()).isEqualTo("青岛旅居");
                });
    }

    @Test
    void nothingPersonalIsInTheJournalNorReadableInTheTable() {
        find(0, 1);
        submit(stock);

        assertThat(journal.allAbout(stock.toString()))
                .extracting(JournalEntryView::facts)
                .allSatisfy(facts ->
                        assertThat(facts.toString()).doesNotContain(ReportSamples.idNumber(0), "包·其木格", "19900000000"));
        byte[] content = jdbc.sql("select content from report_table where report = :report")
                .param("report", stock)
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(content, java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(ReportSamples.idNumber(0), "包·其木格");
    }

    @Test
    void theDatabaseRefusesToChangeWhatIsFrozen() {
        find(0, 2);
        submit(stock);

        for (String change : List.of(
                "update report_table set people = 1, zero = false where report = :report",
                "update report_table set hash = 'x' where report = :report",
                "update report_table set content = 'x' where report = :report",
                "update report_table set remark = 'x' where report = :report",
                "delete from report_table where report = :report")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("report", stock).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aTableExchangedBehindTheDatabasesBackIsFoundOut() {
        find(0, 2);
        submit(stock);
        find(2, 3);
        submit(again);
        jdbc.sql("alter table report_table disable trigger report_table_frozen").update();
        try {
            jdbc.sql("""
                            update report_table set content = (select content from report_table where report = :other)
                             where report = :report""").param("other", again).param("report", stock).update();
        } finally {
            jdbc.sql("alter table report_table enable trigger report_table_frozen")
                    .update();
        }

        assertThat(reports.verify(reports.require(stock, officer)))
                .extracting(Reports.Verified::verdict)
                .containsExactly(Reports.Verdict.CHANGED);
    }

    @Test
    void peopleAreDeletedWhenTheirTimeIsOverAndTheNumbersStay() {
        find(0, 2);
        submit(stock);
        String hash = reports.require(stock, officer).requireMain().hash();
        reports.forget(notice.id());

        Report report = reports.require(stock, officer);
        assertThat(report.requireMain().hash()).isEqualTo(hash);
        assertThat(report.people()).isEqualTo(2);
        assertThat(report.requireMain().contentKept()).isFalse();
        assertThat(reports.verify(report))
                .extracting(Reports.Verified::verdict)
                .containsExactly(Reports.Verdict.DELETED);
        assertThat(reports.masked(report.requireMain(), 10)).isEmpty();
    }

    private void submit(UUID duty) {
        desk.submit(duty, null, null, officer);
    }

    private void assertIntact(Report report, int tables) {
        assertThat(reports.verify(report))
                .hasSize(tables)
                .extracting(Reports.Verified::verdict)
                .containsOnly(Reports.Verdict.INTACT);
    }

    private static void assertFault(ThrowingCallable call, String path, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FaultsException.class,
                        faults -> assertThat(faults.faults())
                                .extracting(Fault::path, Fault::code)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(path, code)));
    }

    private static List<Row> rows(ReadableWorkbook workbook) throws IOException {
        try (Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.toList();
        }
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell.getText()).toList();
    }
}
