package org.countersign.oversight;

import org.countersign.oversight.Figure.Cell;
import org.countersign.oversight.Figure.Column;
import org.countersign.oversight.Figure.Row;
import org.countersign.oversight.Figure.Section;
import org.countersign.oversight.Figure.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {

    @Test
    void writesNumbersAsNumbersAndTextsInQuotesWhereTheyNeedThem() {
        Figure figure = figure(new Row("a", "Legal, \"first\"", List.of(Cell.count(1234), Cell.hours(0.5))),
                new Row("", "All", List.of(Cell.count(0), Cell.NONE)));

        assertThat(Csv.of(figure)).isEqualTo("Role,Decided,Half within\r\n\"Legal, \"\"first\"\"\",1234,0.5\r\nAll,0,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(\"http://x\")", "+1+2", "-2+3", "@SUM(A1)", "\t=1", "  =1", "\r=1"})
    void whatASpreadsheetWouldComputeIsMarkedAsText(String label) {
        String line = Csv.of(figure(new Row("a", label, List.of(Cell.count(-5), Cell.words(label))))).split("\r\n", 2)[1];

        assertThat(line.replace("\"", "")).startsWith("'" + label.replace("\"", "")).contains(",-5,")
                .contains(",-5,'" + label.replace("\"", ""));
    }

    private static Figure figure(Row... rows) {
        return new Figure("time", Section.REVIEW, "Time", "", "Role", List.of(new Column("n", "Decided", true, false),
                new Column("p50", "Half within", false, true)), List.of(rows), Shape.BARS);
    }
}
