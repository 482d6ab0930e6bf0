package org.countersign.oversight;

import org.countersign.people.Entities;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/**
 * Turns what somebody chose into what is asked for.
 */
@Component
class FigureQueries {

    private final Entities entities;
    private final ZoneId zone;
    private final Clock clock;

    FigureQueries(Entities entities, ZoneId organizationZone, Clock clock) {
        this.entities = entities;
        this.zone = organizationZone;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException with a sentence for people when it makes no sense */
    FigureQuery of(Asked asked) {
        if (!asked.entity().isEmpty() && entities.find(asked.entity()).isEmpty()) {
            throw new IllegalArgumentException("There is no such entity: choose one of the list.");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Period period = PeriodChoice.of(asked.period()).period(today, zone, day(asked.from()), day(asked.to()));
        return new FigureQuery(period, asked.entity().isEmpty() ? null : asked.entity(), clock.instant());
    }

    /** Null when nothing was typed; far beyond of what the database can compare is a mistake as well. */
    private static LocalDate day(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Give days like this: 2026-11-23.", e);
        }
        throw new IllegalArgumentException("Give days between 1900 and 2200.");
    }
}
