package org.countersign.evidence;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * A payload of any kind as rows of name and text. Texts stay text: nothing in them is looked into.
 */
final class PayloadRows {

    private PayloadRows() {
    }

    /** @param name the way to the value: {@code texts, BLUESKY} */
    record Row(String name, String text) {
    }

    /** Empty when there is no payload. Lists are counted from 1; what is empty has no row. */
    static List<Row> of(JsonNode payload) {
        List<Row> rows = new ArrayList<>();
        if (payload != null) {
            add(rows, "", payload);
        }
        return rows;
    }

    private static void add(List<Row> rows, String name, JsonNode node) {
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> add(rows, join(name, field.getKey()), field.getValue()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                add(rows, join(name, Integer.toString(i + 1)), node.get(i));
            }
        } else if (!node.isNull() && !node.asText().isEmpty()) {
            rows.add(new Row(name, node.asText()));
        }
    }

    private static String join(String name, String next) {
        return name.isEmpty() ? next : name + ", " + next;
    }
}
