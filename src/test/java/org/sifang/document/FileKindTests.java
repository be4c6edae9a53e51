package org.sifang.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What a file is, and what a photo may keep of what the phone wrote into it. */
class FileKindTests {

    private static byte[] jpeg() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
        return bytes.toByteArray();
    }

    /** As a phone does: orientation 6 and words of its own, in the byte order of Intel. */
    private static byte[] fromAPhone(byte[] photo, String words) {
        byte[] said = words.getBytes(StandardCharsets.UTF_8);
        ByteBuffer tiff = ByteBuffer.allocate(26 + said.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        tiff.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) 6).putShort((short) 0).putInt(0).put(said);
        ByteBuffer whole = ByteBuffer.allocate(photo.length + 10 + tiff.capacity());
        whole.put(photo, 0, 2).put((byte) 0xFF).put((byte) 0xE1).putShort((short) (8 + tiff.capacity()));
        whole.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        return whole.put(photo, 2, photo.length - 2).array();
    }

    @Test
    void isReadFromTheFirstBytes() throws IOException {
        assertThat(FileKind.of(jpeg())).contains(FileKind.JPEG);
        assertThat(FileKind.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).contains(FileKind.PDF);
        assertThat(FileKind.of("<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(FileKind.of(new byte[0])).isEmpty();
    }

    @Test
    void aPhotoKeepsItsWayUpAndNothingElse() throws IOException {
        byte[] phone = fromAPhone(jpeg(), "GPS 43.6 122.2");

        byte[] clean = FileKind.JPEG.clean(phone);

        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
        assertThat(clean[2] & 0xFF).isEqualTo(0xFF);
        assertThat(clean[3] & 0xFF).isEqualTo(0xE1);
        assertThat(clean[31]).isEqualTo((byte) 6);
        assertThat(FileKind.JPEG.clean(clean)).isEqualTo(clean);
        assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getWidth()).isEqualTo(8);
    }

    @Test
    void aPhotoWithoutNotesAndABrokenOneStayAsTheyAre() throws IOException {
        byte[] plain = jpeg();
        byte[] broken = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE1, 0x7F, 0x7F, 1};

        assertThat(FileKind.JPEG.clean(plain)).isEqualTo(plain);
        assertThat(FileKind.JPEG.clean(broken)).isEqualTo(broken);
    }
}
