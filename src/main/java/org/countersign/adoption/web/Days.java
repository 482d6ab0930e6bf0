package org.countersign.adoption.web;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as the pages of the program write them, in the zone of the organization. */
@Component
class Days {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US);

    private final ZoneId zone;

    Days(ZoneId zone) {
        this.zone = zone;
    }

    /** {@code Nov 23, 2026}. */
    String of(Instant moment) {
        return FORMAT.format(LocalDate.ofInstant(moment, zone));
    }

    /** The last day before a moment: what ends when a day begins was valid until the day before. */
    String lastBefore(Instant end) {
        return of(end.minusNanos(1));
    }
}
