package org.countersign.post;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Whether a picture says where it was taken. Cameras write coordinates into the file (Exif 2.32, section 4.6.6; XMP), where
 * no reviewer sees them; some networks hand the file out as it is. Below the level of a State a place is an identifier
 * (45 CFR 164.514(b)(2)(i)(B)).
 */
final class PicturePlace {

    /** What stands before the TIFF structure in JPEG and in PNG. */
    private static final Set<String> EXIF = Set.of("Exif\0\0", "eXIf");
    private static final Set<String> XMP = Set.of("GPSLatitude", "GPSLongitude");
    private static final int TIFF = 42;
    private static final int ENTRY = 12;
    private static final int GPS_DIRECTORY = 0x8825;
    private static final int LATITUDE = 2;
    private static final int LONGITUDE = 4;

    private PicturePlace() {
    }

    static boolean toldBy(byte[] picture) {
        String signs = new String(picture, StandardCharsets.ISO_8859_1);
        return XMP.stream().anyMatch(signs::contains) || EXIF.stream().anyMatch(mark -> {
            for (int at = signs.indexOf(mark); at >= 0; at = signs.indexOf(mark, at + 1)) {
                if (coordinates(ByteBuffer.wrap(picture, at + mark.length(), picture.length - at - mark.length()).slice())) {
                    return true;
                }
            }
            return false;
        });
    }

    private static boolean coordinates(ByteBuffer tiff) {
        try {
            Optional<ByteOrder> order = order(tiff.getShort(0));
            if (order.isEmpty() || tiff.order(order.get()).getShort(2) != TIFF) {
                return false;
            }
            OptionalInt gps = entry(tiff, tiff.getInt(4), tag -> tag == GPS_DIRECTORY);
            return gps.isPresent() && entry(tiff, tiff.getInt(gps.getAsInt() + 8),
                    tag -> tag == LATITUDE || tag == LONGITUDE).isPresent();
        } catch (IndexOutOfBoundsException damaged) {
            return false;
        }
    }

    private static Optional<ByteOrder> order(short sign) {
        return sign == 0x4949 ? Optional.of(ByteOrder.LITTLE_ENDIAN) : sign == 0x4d4d ? Optional.of(ByteOrder.BIG_ENDIAN)
                : Optional.empty();
    }

    /** Where in the directory the first entry with such a tag stands. */
    private static OptionalInt entry(ByteBuffer tiff, int directory, IntPredicate wanted) {
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if (wanted.test(Short.toUnsignedInt(tiff.getShort(entry)))) {
                return OptionalInt.of(entry);
            }
        }
        return OptionalInt.empty();
    }
}
