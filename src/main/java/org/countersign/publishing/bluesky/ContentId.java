package org.countersign.publishing.bluesky;

import java.util.HexFormat;

/**
 * The address by which AT Protocol names bytes: version 1, codec raw, SHA-256, written in base32 (CIDv1).
 */
final class ContentId {

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final byte[] VERSION_1_RAW_SHA256 = {0x01, 0x55, 0x12, 0x20};

    private ContentId() {
    }

    /** The content id of bytes whose SHA-256 is given in hexadecimal. */
    static String ofSha256(String hexadecimal) {
        byte[] digest = HexFormat.of().parseHex(hexadecimal);
        StringBuilder id = new StringBuilder("b");
        int held = 0;
        int bits = 0;
        for (int i = 0; i < VERSION_1_RAW_SHA256.length + digest.length; i++) {
            byte next = i < VERSION_1_RAW_SHA256.length ? VERSION_1_RAW_SHA256[i] : digest[i - VERSION_1_RAW_SHA256.length];
            held = held << 8 | next & 0xff;
            bits += 8;
            while (bits >= 5) {
                id.append(BASE32.charAt(held >> bits - 5 & 31));
                bits -= 5;
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            id.append(BASE32.charAt(held << 5 - bits & 31));
        }
        return id.toString();
    }
}
