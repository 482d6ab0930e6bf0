package org.countersign.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values as JSON knows them, compared without regard to the Java type that carried them.
 */
final class Values {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Values() {
    }

    static Object plain(JsonNode node) {
        return JSON.convertValue(node, Object.class);
    }

    /** Whether a person would call them the same: 3 and 3.0 are, and a number shown in a text field is its digits. */
    static boolean same(Object one, Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return list.size() == others.size()
                    && IntStream.range(0, list.size()).allMatch(i -> same(list.get(i), others.get(i)));
        }
        if (one instanceof String text && (other instanceof Number || other instanceof Boolean)) {
            return text.equals(other.toString());
        }
        return one == null ? other == null : one.equals(other);
    }
}
