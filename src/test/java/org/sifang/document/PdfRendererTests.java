package org.sifang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class PdfRendererTests {

    private static final Paper PAPER =
            new Paper("document-test", "测试", Locale.SIMPLIFIED_CHINESE, Instant.parse("2020-10-12T13:00:00Z"));
    private static final List<String> HEADER = List.of("姓名", "身份证号", "家庭住址");

    private final PdfRenderer renderer = renderer();

    @Test
    void chineseTextIsEmbeddedAndCanBeSearched() throws IOException {
        byte[] pdf = render(List.of(List.of("包·其木格", "150502199001010018", "科尔沁区示例街道示例社区 1 号楼")));

        assertThat(text(pdf))
                .contains("青岛关联人员排查表", "包·其木格", "150502199001010018", "科尔沁区示例街道示例社区")
                .contains("第 1 页", "共 1 页");
        assertThat(fonts(pdf)).isNotEmpty().allSatisfy(font -> {
            assertThat(font.isEmbedded()).isTrue();
            assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSans.*");
        });
        assertThat(pdf.length).isLessThan(100_000);
    }

    @Test
    void aRareCharacterIsTakenFromTheNextFontThatHasIt() throws IOException {
        byte[] pdf = render(List.of(List.of("𠮷示例", "", "䶮路")));

        assertThat(text(pdf)).contains("𠮷示例", "䶮路");
        assertThat(fonts(pdf)).extracting(PDFont::getName).anyMatch(name -> name.contains("NotoSansJP"));
    }

    @Test
    void aCharacterThatNoFontCanDrawIsNamedInsteadOfLost() throws IOException {
        assertThat(text(render(List.of(List.of("示例\uD870\uDFF0", "\u0001", "")))))
                .contains("示例[U+2C3F0]");
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        List<List<String>> rows = List.of(List.of("示例甲", "1", "示例路"));

        assertThat(render(rows)).isEqualTo(render(rows));
    }

    @Test
    void theFilePropertiesHoldTheInstantGivenAndTheTitle() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(render(List.of()))) {
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(PAPER.at());
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("测试");
            assertThat(pdf.getDocumentInformation().getProducer()).isEqualTo("Sifang");
        }
    }

    @Test
    void thePagesOfAllPartsAreNumberedThrough() throws IOException {
        Map<String, Object> part = model(List.of(List.of("示例甲", "1", "示例路")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(PAPER, List.of(part, part, part).iterator(), out);

        assertThat(text(out.toByteArray())).contains("第 1 页", "第 3 页", "共 3 页");
    }

    @Test
    void pagesAreA4() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(render(List.of()))) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(594f, 596f);
        }
    }

    @Test
    void nothingIsFetchedThatATemplateOrItsDataName() throws IOException {
        byte[] pdf = render(List.of(List.of("<img src=\"file:///etc/passwd\"/>", "", "")));

        assertThat(text(pdf)).contains("<img");
    }

    private static PdfRenderer renderer() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/document");
        messages.setDefaultEncoding("UTF-8");
        return PdfRendererFixture.renderer(messages);
    }

    private byte[] render(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(PAPER, model(rows), out);
        return out.toByteArray();
    }

    private static Map<String, Object> model(List<List<String>> rows) {
        return Map.of("title", "青岛关联人员排查表", "header", HEADER, "rows", rows);
    }

    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<PDFont> fonts(byte[] pdf) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
        }
        return fonts;
    }
}
