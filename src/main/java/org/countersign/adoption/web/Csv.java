package org.countersign.adoption.web;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of a table as RFC 4180 says, for spreadsheets. */
final class Csv {

    private Csv() {
    }

    static String of(List<List<String>> lines) {
        return lines.stream().map(line -> line.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    /** A cell that begins like a formula is kept from being one: spreadsheets would run what somebody typed. */
    private static String cell(String text) {
        String shown = text == null ? "" : text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return shown.matches("(?s).*[\",\r\n].*") ? '"' + shown.replace("\"", "\"\"") + '"' : shown;
    }
}
