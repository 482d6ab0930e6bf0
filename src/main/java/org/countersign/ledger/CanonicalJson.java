package org.countersign.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.erdtman.jcs.JsonCanonicalizer;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Canonical JSON (RFC 8785) for bytes that are hashed. Only objects, lists and strings are allowed: the scheme rounds
 * numbers beyond 2^53 and would give two ids one digest.
 */
public final class CanonicalJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CanonicalJson() {
    }

    /**
     * The canonical bytes, UTF-8.
     *
     * @throws IllegalArgumentException when a value is neither string, list nor map, or a string holds half of a
     *                                  surrogate pair, which encoders replace in silence
     */
    public static byte[] bytes(Map<String, ?> object) {
        requireStringsOnly(object);
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(object)).getEncodedUTF8();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("cannot be made canonical", e);
        }
    }

    private static void requireStringsOnly(Object value) {
        if (value instanceof String text) {
            requireWellFormed(text);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, member) -> {
                requireStringsOnly(key);
                requireStringsOnly(member);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(CanonicalJson::requireStringsOnly);
        } else {
            throw new IllegalArgumentException("only strings, lists and objects can be hashed, not "
                    + (value == null ? "null" : value.getClass().getSimpleName()));
        }
    }

    private static void requireWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (!Character.isSurrogate(unit)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(unit) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                throw new IllegalArgumentException("half of a surrogate pair at position " + i);
            }
            i++;
        }
    }
}
