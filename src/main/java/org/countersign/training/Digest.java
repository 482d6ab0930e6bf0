package org.countersign.training;

import org.countersign.ledger.CanonicalJson;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** SHA-256 over canonical JSON (RFC 8785), in lower-case hexadecimal. */
final class Digest {

    private Digest() {
    }

    static String of(Map<String, ?> content) {
        return of(CanonicalJson.bytes(content));
    }

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
