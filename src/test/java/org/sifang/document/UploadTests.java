package org.sifang.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.sifang.kernel.FaultsException;

class UploadTests {

    private static final byte[] PDF = "%PDF-1.7\n…".getBytes(StandardCharsets.UTF_8);

    private static Upload upload(String name, byte[] bytes) {
        return Upload.of("file", name, bytes, EnumSet.allOf(FileKind.class), 1_000_000);
    }

    @Test
    void aFileIsWhatItsBytesSay() throws IOException {
        assertThat(upload("预案.pdf", PDF).kind()).isEqualTo(FileKind.PDF);
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(sheet, "sifang-test", "1.0")) {
            book.newWorksheet("清单").value(0, 0, "甲");
        }
        assertThat(upload("清单.xlsx", sheet.toByteArray()).kind()).isEqualTo(FileKind.OFFICE);
        for (byte[] other : new byte[][] {
            "<html>".getBytes(StandardCharsets.UTF_8), {'P', 'K', 3, 4, 0, 0}, {'M', 'Z'}, {(byte) 0xFF}, {}
        }) {
            assertThatExceptionOfType(FaultsException.class)
                    .as("%s bytes", other.length)
                    .isThrownBy(() -> upload("预案.pdf", other));
        }
        assertThatExceptionOfType(FaultsException.class)
                .isThrownBy(() -> Upload.of("file", "a.pdf", PDF, Set.of(FileKind.JPEG), 1_000_000));
        assertThatExceptionOfType(FaultsException.class)
                .isThrownBy(() -> Upload.of("file", "a.pdf", PDF, Set.of(FileKind.PDF), PDF.length - 1));
    }

    @Test
    void aNameKeepsNoPathAndNothingThatWouldEndAHeader() {
        assertThat(upload("C:\\文件\\预案.pdf", PDF).name()).isEqualTo("预案.pdf");
        assertThat(upload("../../etc/预\r\n\"案.pdf", PDF).name()).isEqualTo("预案.pdf");
        assertThat(upload("", PDF).name()).isEqualTo("file.pdf");
        assertThat(upload("长".repeat(300) + ".pdf", PDF).name()).hasSize(120).endsWith(".pdf");
    }

    @Test
    void aPhotoForgetsWhereItWasTaken() {
        byte[] place = "GPS 43.65,122.24".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream photo = new ByteArrayOutputStream();
        photo.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
        photo.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (place.length + 2)});
        photo.writeBytes(place);
        photo.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDB, 0, 4, 1, 2});
        photo.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2, 7, 7, (byte) 0xFF, (byte) 0xD9});

        byte[] kept = upload("现场.jpg", photo.toByteArray()).bytes();

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        assertThat(kept).hasSize(photo.size() - place.length - 4);
    }
}
