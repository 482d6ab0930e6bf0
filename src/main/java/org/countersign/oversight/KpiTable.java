package org.countersign.oversight;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.countersign.businesstime.BusinessClock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What executives look at first and what is good enough, kept in {@code oversight/kpis.yaml}.
 *
 * @param version changes with each change of a row; reports name it
 */
record KpiTable(String version, String source, LocalDate checked, Acknowledgment acknowledgment, List<Kpi> kpis) {

    /** How long executives have to acknowledge a report. */
    record Acknowledgment(int amount, BusinessClock.Unit unit, String source) {

        /** {@code 15 business days} */
        String words() {
            return amount + " " + unit.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    KpiTable {
        kpis = List.copyOf(kpis);
        if (acknowledgment == null || acknowledgment.amount() < 1) {
            throw new IllegalArgumentException("kpis.yaml says no days for the acknowledgment");
        }
    }

    /** The table of this release; a word that it does not know is an error. */
    static KpiTable shipped() {
        YAMLMapper yaml = YAMLMapper.builder().addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        try (InputStream file = KpiTable.class.getResourceAsStream("/oversight/kpis.yaml")) {
            return yaml.readValue(file, KpiTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException("oversight/kpis.yaml cannot be read", e);
        }
    }
}
