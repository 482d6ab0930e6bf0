package org.countersign.adoption.web;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTest {

    @Test
    void quotesWhatWouldBreakALineAndDisarmsWhatASpreadsheetWouldRun() {
        assertThat(Csv.of(List.of(List.of("a,b", "say \"no\"", "two\nlines"), Arrays.asList(null, "", "=1+1"),
                List.of("-2", "@x", "plain"))))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n,,'=1+1\r\n'-2,'@x,plain\r\n");
    }
}
