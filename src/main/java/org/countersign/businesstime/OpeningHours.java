package org.countersign.businesstime;

import com.fasterxml.jackson.annotation.JsonCreator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;

/**
 * One interval of a day in which the organization is open, in local time.
 *
 * @param closes exclusive; midnight is the end of the day, written as {@code 24:00}
 */
record OpeningHours(LocalTime opens, LocalTime closes) {

    private static final String END_OF_DAY = "24:00";

    OpeningHours {
        if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
            throw new IllegalArgumentException("Opening hours end before they begin: " + opens + "-" + closes);
        }
    }

    /**
     * Reads {@code 08:00-17:00}.
     *
     * @throws IllegalArgumentException when the text has another form or ends before it begins
     */
    @JsonCreator
    static OpeningHours parse(String text) {
        String[] ends = text.split("-");
        try {
            if (ends.length == 2 && !ends[1].trim().equals("00:00")) {
                String closes = ends[1].trim();
                return new OpeningHours(LocalTime.parse(ends[0].trim()),
                        closes.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(closes));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Not opening hours like 08:00-17:00: " + text, e);
        }
        throw new IllegalArgumentException("Not opening hours like 08:00-17:00: " + text);
    }

    LocalDateTime opensOn(LocalDate date) {
        return date.atTime(opens);
    }

    LocalDateTime closesOn(LocalDate date) {
        return closes.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(closes);
    }

    boolean endsBefore(OpeningHours next) {
        return !closes.equals(LocalTime.MIDNIGHT) && !next.opens.isBefore(closes);
    }
}
