package org.countersign.post;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Coordinates that a camera wrote into a picture. */
class PicturePlaceTest {

    private static final int LATITUDE = 2;
    private static final int DATE = 29;

    @Test
    void coordinatesAreSeenInBothByteOrdersAndFormats() {
        for (ByteOrder order : new ByteOrder[]{ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            assertThat(PicturePlace.toldBy(file("Exif\0\0", exif(order, LATITUDE)))).isTrue();
            assertThat(PicturePlace.toldBy(file("eXIf", exif(order, LATITUDE)))).isTrue();
        }
        assertThat(PicturePlace.toldBy(file("<x:xmpmeta> exif:GPSLongitude=\"71,3.5W\"", new byte[0]))).isTrue();
    }

    @Test
    void whatACameraWritesWithoutKnowingThePlaceIsNoPlace() {
        assertThat(PicturePlace.toldBy(file("Exif\0\0", exif(ByteOrder.LITTLE_ENDIAN, DATE)))).isFalse();
        assertThat(PicturePlace.toldBy(file("JFIF", new byte[20]))).isFalse();
    }

    @Property
    void damagedFilesAreReadWithoutAnError(@ForAll @Size(max = 60) byte[] rest, @ForAll boolean little) {
        byte[] header = little ? new byte[]{'I', 'I', 42, 0} : new byte[]{'M', 'M', 0, 42};
        byte[] tiff = ByteBuffer.allocate(4 + rest.length).put(header).put(rest).array();
        assertThatCode(() -> PicturePlace.toldBy(file("Exif\0\0", tiff))).doesNotThrowAnyException();
    }

    /** A TIFF structure with two entries, the second of which leads to a GPS directory with one. */
    static byte[] exif(ByteOrder order, int gpsTag) {
        ByteBuffer tiff = ByteBuffer.allocate(60).order(order);
        tiff.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2).putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(1);
        tiff.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(40).putInt(0);
        tiff.position(40);
        tiff.putShort((short) 1).putShort((short) gpsTag).putShort((short) 5).putInt(3).putInt(0);
        return tiff.array();
    }

    private static byte[] file(String mark, byte[] after) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0, 80});
        file.writeBytes(mark.getBytes(StandardCharsets.ISO_8859_1));
        file.writeBytes(after);
        return file.toByteArray();
    }
}
