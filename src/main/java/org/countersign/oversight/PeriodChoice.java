package org.countersign.oversight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/**
 * The periods that the scorecard offers.
 */
enum PeriodChoice {
    DAYS_30("last-30-days", "Last 30 days"),
    QUARTER("this-quarter", "This quarter"),
    LAST_QUARTER("last-quarter", "Last quarter"),
    MONTHS_12("last-12-months", "Last 12 months"),
    DAYS("days", "From – to");

    private final String key;
    private final String label;

    PeriodChoice(String key, String label) {
        this.key = key;
        this.label = label;
    }

    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException with a sentence for people when there is no such choice */
    static PeriodChoice of(String key) {
        return Arrays.stream(values()).filter(choice -> choice.key.equals(key)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Choose one of the periods."));
    }

    /** @throws IllegalArgumentException with a sentence for people when days are needed and missing or not in order */
    Period period(LocalDate today, ZoneId zone, LocalDate from, LocalDate to) {
        return switch (this) {
            case DAYS_30 -> new Period(label, today.minusDays(29), today, zone);
            case QUARTER -> Quarter.of(today).period(zone);
            case LAST_QUARTER -> Quarter.of(today).previous().period(zone);
            case MONTHS_12 -> new Period(label, today.minusMonths(12).plusDays(1), today, zone);
            case DAYS -> {
                if (from == null || to == null) {
                    throw new IllegalArgumentException("Give the first and the last day of the period.");
                }
                yield new Period(from + " to " + to, from, to, zone);
            }
        };
    }
}
