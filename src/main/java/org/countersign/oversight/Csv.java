package org.countersign.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A figure as comma-separated values (RFC 4180). A text that a spreadsheet would compute is marked as a text: names may have
 * been typed by somebody (CWE-1236).
 */
final class Csv {

    private static final String COMPUTED = "=+-@\t\r\n";

    private Csv() {
    }

    static String of(Figure figure) {
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(text(figure.heading())));
        figure.columns().forEach(column -> names.add(text(column.label())));
        lines.add(String.join(",", names));
        for (Figure.Row row : figure.rows()) {
            lines.add(text(row.label()) + row.cells().stream().map(cell -> "," + value(cell)).collect(Collectors.joining()));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    /** Numbers as numbers, without units and separators; half an hour is 0.5. */
    private static String value(Figure.Cell cell) {
        if (cell.value() == null) {
            return cell == Figure.Cell.NONE ? "" : text(cell.text());
        }
        double number = cell.value();
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(Math.round(number * 100) / 100.0);
    }

    static String text(String text) {
        String safe = text.isEmpty() || !computed(text) ? text : "'" + text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
                ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** Spreadsheets skip spaces in front. */
    private static boolean computed(String text) {
        String rest = text.stripLeading();
        return COMPUTED.indexOf(text.charAt(0)) >= 0 || !rest.isEmpty() && COMPUTED.indexOf(rest.charAt(0)) >= 0;
    }
}
