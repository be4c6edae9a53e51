package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.sifang.kernel.Fault;

/** Whatever arrives, it is read or refused with a sentence; nothing else escapes, and nothing takes long. */
class SheetFuzzTests {

    private static final int ROUNDS = 400;
    private static final List<String> PERSON = SheetImportTests.person(1, "19900000001");

    @Test
    void damagedWorkbooksAreReadOrRefused() {
        byte[] workbook = Workbooks.of(List.of(Workbooks.HEADINGS, PERSON, PERSON));
        Random random = new Random(20201012);
        for (int round = 0; round < ROUNDS; round++) {
            open(damaged(workbook, random));
        }
    }

    @Test
    void damagedXmlInsideAWholePackageIsReadOrRefused() {
        String sheet = "<worksheet><sheetData>" + Workbooks.headings(1)
                + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><f>1</f><v>1</v></c></row>"
                + "</sheetData><mergeCells><mergeCell ref=\"A2:A5\"/></mergeCells></worksheet>";
        Random random = new Random(20201013);
        for (int round = 0; round < ROUNDS; round++) {
            open(stored(damaged(sheet.getBytes(StandardCharsets.UTF_8), random)));
        }
    }

    @Test
    void damagedTextIsReadOrRefused() {
        byte[] text = (String.join(",", Workbooks.HEADINGS) + "\n" + String.join(",", PERSON) + "\n\"a\"\"b\",c\n")
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20201014);
        for (int round = 0; round < ROUNDS; round++) {
            open(damaged(text, random));
        }
    }

    private static void open(byte[] content) {
        long start = System.nanoTime();
        try (OpenSheet sheet = SheetFile.open(content)) {
            RowCheck check = new RowCheck(sheet.header(), RowCheckTests.NOTICE, RowCheckTests.TODAY);
            for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
                check.check(row);
            }
        } catch (UnreadableSheet refused) {
            assertThat(refused.faults())
                    .isNotEmpty()
                    .extracting(Fault::code)
                    .allMatch(code -> code.startsWith("fault.screening."));
        } catch (IOException escaped) {
            throw new AssertionError("Not told in words", escaped);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static byte[] damaged(byte[] content, Random random) {
        byte[] damaged = content.clone();
        int places = 1 + random.nextInt(6);
        for (int i = 0; i < places; i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(8) == 0 ? java.util.Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    /** A package whose checksums are right, so that the damage reaches the readers of XML. */
    private static byte[] stored(byte[] sheet) {
        byte[] whole = Workbooks.raw("<sheetData/>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out);
                var in = new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(whole))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = entry.getName().endsWith("sheet1.xml") ? sheet : in.readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                CRC32 checksum = new CRC32();
                checksum.update(content);
                copy.setMethod(ZipEntry.STORED);
                copy.setSize(content.length);
                copy.setCrc(checksum.getValue());
                zip.putNextEntry(copy);
                zip.write(content);
            }
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}
