package org.countersign.adoption.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The content of a piece of evidence as rows of name and text. Texts stay text: nothing in them is looked into.
 */
final class ContentRows {

    private ContentRows() {
    }

    /** @param name the way to the value: {@code Missed, 1, Item} */
    record Row(String name, String text) {
    }

    /** Lists are counted from 1; what is empty has no row. */
    static List<Row> of(Map<String, Object> content) {
        List<Row> rows = new ArrayList<>();
        add(rows, "", content);
        return rows;
    }

    private static void add(List<Row> rows, String name, Object value) {
        if (value instanceof Map<?, ?> fields) {
            fields.forEach((field, part) -> add(rows, join(name, field.toString()), part));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                add(rows, join(name, Integer.toString(i + 1)), list.get(i));
            }
        } else if (value != null && !value.toString().isBlank()) {
            rows.add(new Row(name, value.toString()));
        }
    }

    private static String join(String name, String next) {
        return name.isEmpty() ? next : name + ", " + next;
    }
}
