package org.sifang.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sifang.document.PdfRenderer;
import org.sifang.document.PdfRendererFixture;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.sifang.organization.Scope;
import org.sifang.organization.Wording;
import org.springframework.context.support.ResourceBundleMessageSource;

class ReportPaperTests {

    private static final Actor OFFICER =
            new Actor("150502.officer", "示例经办人", "150502", Set.of(Role.OFFICER), Scope.NOTHING, List.of(), Set.of());

    private final Reports reports = mock(Reports.class);
    private final ReportPaper paper = paper();

    @Test
    void thePaperSaysWhatIsReportedByWhomAndWhen() throws IOException {
        FrozenTable table = ReportSamples.table(1, 0, 3, null);
        String text = text(print(table, ReportSamples.rows(3)));

        assertThat(text)
                .contains("科尔沁区疫情防控指挥部排查管控人员情况表（存量）")
                .contains("依据：关于做好示例排查工作的通知", "发文字号：通防指发〔2020〕18号", "报送：通辽市指挥部（2020年10月12日 21:00 前）")
                .contains("报表编号：150502〔2020〕1号", "数据截止：2020年10月12日 20:40")
                .contains("本页小计 3 人", "累计 3 人", "合计 3 人", "青岛旅居 3 人")
                .contains("（盖章处）", "填报人：150502.officer", "签发人：150502.leader")
                .contains("9f86 d081 884c 7d65", table.hash(), "打印人 示例经办人")
                .contains("第 1 页", "共 1 页");
    }

    @Test
    void theTableHasExactlyTheSevenColumnsOfTheNotice() throws IOException {
        String text = text(print(ReportSamples.table(1, 0, 1, null), ReportSamples.rows(1)));

        assertThat(text).contains("姓名 性别 年龄 身份证号 联系方式 家庭住址 人员类别");
        assertThat(text).contains("包·其木格𠮷 女 20 " + ReportSamples.idNumber(0));
    }

    @Test
    void eachPageHasItsOwnTotalAndThatOfAllBeforeIt() throws IOException {
        List<ReportRow> rows = ReportSamples.rows(120);
        byte[] pdf = print(ReportSamples.table(1, 0, 120, null), rows);
        List<TablePages.Page> planned = TablePages.of(rows);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(planned.size()).isGreaterThan(4);
            for (TablePages.Page page : planned) {
                String text = text(document, page.number());
                assertThat(page.rows()).as("signatures never stand alone").isNotEmpty();
                assertThat(text)
                        .contains("姓名 性别 年龄")
                        .contains("本页小计 " + page.rows().size() + " 人")
                        .contains("累计 " + page.running() + " 人");
                assertThat(text.contains("（盖章处）")).isEqualTo(page.closing());
            }
        }
    }

    @Test
    void pagesHoldAsPlannedWhateverTheLengthOfTheRows() throws IOException {
        for (int count : List.of(1, 9, 10, 11, 12, 13, 14, 15, 28, 30, 32, 34)) {
            List<ReportRow> rows = ReportSamples.rows(count);
            try (PDDocument document = Loader.loadPDF(print(ReportSamples.table(1, 0, count, null), rows))) {
                assertThat(document.getNumberOfPages())
                        .as("%d rows", count)
                        .isEqualTo(TablePages.of(rows).size());
            }
        }
    }

    @Test
    void aReportWithoutAnybodyIsAStatement() throws IOException {
        assertThat(text(print(ReportSamples.table(1, 0, 0, null), List.of())))
                .contains("截至 2020年10月12日 20:40，无新增人员，作零报告。", "合计 0 人", "（盖章处）");
    }

    @Test
    void aPreviewSaysThatItIsNoReport() throws IOException {
        when(reports.revealDraft(any(), any(), any()))
                .thenReturn(new Unreported.Disclosed(ReportSamples.rows(2), List.of()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        paper.preview(ReportSamples.report(List.of()), OFFICER, Locale.SIMPLIFIED_CHINESE, out);

        assertThat(text(out.toByteArray()))
                .contains("预览（尚未报送，不作为报送件）", "报表编号：报送时生成")
                .doesNotContain("校验码");
    }

    @Test
    @Tag("bench")
    void tenThousandPeople() throws IOException {
        List<ReportRow> rows = ReportSamples.rows(10_000);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        byte[] pdf = print(ReportSamples.table(1, 0, rows.size(), null), rows);
        System.out.printf(
                "10,000 people on paper: %d ms of one core, %d bytes%n",
                (threads.getCurrentThreadCpuTime() - begun) / 1_000_000, pdf.length);
    }

    private byte[] print(FrozenTable table, List<ReportRow> rows) throws IOException {
        when(reports.reveal(any(), any(), anyString(), any(), any())).thenReturn(rows.stream());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        paper.print(ReportSamples.report(List.of(table)), 0, OFFICER, Locale.SIMPLIFIED_CHINESE, out);
        return out.toByteArray();
    }

    private ReportPaper paper() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/document", "messages/reporting");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        PdfRenderer renderer = PdfRendererFixture.renderer(messages);
        NoticeView notice = mock(NoticeView.class);
        when(notice.title()).thenReturn("关于做好示例排查工作的通知");
        when(notice.number()).thenReturn("通防指发〔2020〕18号");
        Notices notices = mock(Notices.class);
        when(notices.require(any(UUID.class))).thenReturn(notice);
        Wording wording = mock(Wording.class);
        when(wording.organizationName("150500")).thenReturn("通辽市指挥部");
        when(wording.officerName(anyString())).thenAnswer(call -> call.getArgument(0));
        DateTimeFormatter moment =
                DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
        when(wording.moment(any(), any())).thenAnswer(call -> moment.format(call.getArgument(0, Instant.class)));
        Clock clock = Clock.fixed(ReportSamples.EVENING, ZoneId.of("Asia/Shanghai"));
        return new ReportPaper(reports, notices, renderer, wording, messages, clock);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
