package org.sifang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.sifang.document.OfficialPaper.Passage;
import org.springframework.context.support.StaticMessageSource;

@NullMarked
class OfficialPaperTests {

    private static final float MM = 72 / 25.4f;

    private final PdfRenderer renderer = PdfRendererFixture.renderer(new StaticMessageSource());

    @Test
    void hasEveryElementOfTheStandard() throws IOException {
        String text = text(render(paper(3, List.of("通辽市示例纪委", "示例旗指挥部"))));

        assertThat(text)
                .contains("通辽市示例指挥部文件", "通防指责〔2020〕3号", "关于给予示例旗指挥部通报批评的决定")
                .contains("示例旗指挥部：", "一、基本事实", "附件：", "1. 事实材料", "2. 告知书", "2020年10月15日")
                .contains("抄送：通辽市示例纪委，示例旗指挥部。", "2020年10月15日印发", "— 1 —");
    }

    @Test
    void isA4WithEmbeddedFonts() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(render(paper(3, List.of())))) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(209 * MM, 211 * MM);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(296 * MM, 298 * MM);
            for (var name : pdf.getPage(0).getResources().getFontNames()) {
                assertThat(pdf.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
        }
    }

    @Test
    void closesTheTypeAreaOfTheLastPageWithTheImprint() throws IOException {
        for (int paragraphs : new int[] {1, 4, 5, 6, 7, 8, 9, 10, 30}) {
            byte[] pdf = render(paper(paragraphs, List.of("通辽市示例纪委", "示例旗指挥部")));
            try (PDDocument document = Loader.loadPDF(pdf)) {
                Lines lines = new Lines(document.getNumberOfPages());
                lines.getText(document);
                // From the top of the page: the printing line ends at the foot of the type area, and nothing is behind.
                assertThat(lines.baselineOf("印发")).as(paragraphs + "").isBetween(258 * MM, 261 * MM);
                assertThat(lines.baselineOf("成文日期在此", "2020年10月15日"))
                        .as("date above the imprint, " + paragraphs)
                        .isLessThan(lines.baselineOf("抄送"));
            }
        }
    }

    @Test
    void numbersItsPagesOutside() throws IOException {
        try (PDDocument document = Loader.loadPDF(render(paper(30, List.of())))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(xOf(document, 1)).isGreaterThan(150 * MM);
            assertThat(xOf(document, 2)).isBetween(28 * MM, 40 * MM);
        }
    }

    @Test
    void wrapsALongListOfCopiesAndKeepsItsRoom() throws IOException {
        List<String> copies = IntStream.rangeClosed(1, 17)
                .mapToObj(number -> "示例市第" + number + "示例委员会办公室")
                .toList();
        byte[] pdf = render(paper(5, copies));

        assertThat(text(pdf)).contains("抄送：示例市第1示例委员会办公室").contains("17示例委员会办公室。");
    }

    @Test
    void aLongNameOfThePrinterLeavesRoomForTheDay() throws IOException {
        OfficialPaper usual = paper(1, List.of());
        OfficialPaper paper = new OfficialPaper(
                "通辽市示例指挥部文件",
                usual.number(),
                usual.title(),
                null,
                usual.body(),
                List.of(),
                usual.signature(),
                usual.date(),
                List.of(),
                "通辽市新型冠状病毒感染肺炎防控工作指挥部综合协调组办公室");

        assertThat(text(render(paper))).contains("综合协调组办公室").containsPattern("办公室\\s*2020年10月15日印发");
    }

    @Test
    void aSignThatTheImprintCannotDrawDoesNotStopIt() throws IOException {
        assertThat(text(render(paper(1, List.of("示例\uD870\uDFF0委"))))).contains("示例〓委");
    }

    @Test
    void theSamePaperGivesTheSameBytes() throws IOException {
        assertThat(render(paper(3, List.of()))).isEqualTo(render(paper(3, List.of())));
    }

    private static OfficialPaper paper(int paragraphs, List<String> copies) {
        return new OfficialPaper(
                "通辽市示例指挥部文件",
                "通防指责〔2020〕3号",
                "关于给予示例旗指挥部通报批评的决定",
                "示例旗指挥部",
                Stream.concat(
                                Stream.of(Passage.heading("一、基本事实")),
                                IntStream.range(0, paragraphs)
                                        .mapToObj(number ->
                                                Passage.of("你单位应于2020年10月12日21:00前报送存量人员排查情况，截至2020年10月13日3:00仍未报送，"
                                                        + "经提醒、催办、书面催办和提请通报批评后仍未改正。")))
                        .toList(),
                List.of("事实材料", "告知书"),
                "通辽市示例指挥部",
                LocalDate.of(2020, 10, 15),
                copies,
                "通辽市示例指挥部办公室");
    }

    private byte[] render(OfficialPaper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(paper, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static float xOf(PDDocument document, int page) throws IOException {
        float[] x = {0};
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                if (text.contains("— " + page + " —")) {
                    x[0] = positions.get(0).getXDirAdj();
                }
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return x[0];
    }

    /** Where the lines of one page stand. */
    private static final class Lines extends PDFTextStripper {

        private final StringBuilder all = new StringBuilder();
        private final List<Float> baselines = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();

        Lines(int page) {
            setStartPage(page);
            setEndPage(page);
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            texts.add(text);
            baselines.add(positions.get(0).getYDirAdj());
            all.append(text);
        }

        /** Of the last line that has one of these. */
        float baselineOf(String... words) {
            for (String word : words) {
                for (int line = texts.size() - 1; line >= 0; line--) {
                    if (texts.get(line).contains(word)
                            && (word.equals("印发") || !texts.get(line).contains("印发"))) {
                        return baselines.get(line);
                    }
                }
            }
            throw new AssertionError("Not on the page: " + String.join(", ", words) + " in " + all);
        }
    }
}
