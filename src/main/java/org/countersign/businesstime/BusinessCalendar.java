package org.countersign.businesstime;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When an organization works, as its calendar file says it.
 *
 * @param version      changes with every change of the file
 * @param zone         the zone in which days and opening hours are meant
 * @param openingHours intervals of each weekday in their order; a weekday that is left out is closed
 * @param validFrom    first date for which holidays are listed
 * @param validUntil   last date for which holidays are listed
 * @param source       where the holidays were taken from
 * @param checked      when they were compared with the source
 * @param holidays     legal holidays by the date on which they are observed
 * @param closures     further closed days of the organization; they do not count as holidays of the law
 */
record BusinessCalendar(String name, String version, ZoneId zone, Map<DayOfWeek, List<OpeningHours>> openingHours,
                        LocalDate validFrom, LocalDate validUntil, String source, LocalDate checked,
                        Map<LocalDate, String> holidays, Map<LocalDate, String> closures) {

    BusinessCalendar {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(version, "version is missing");
        Objects.requireNonNull(zone, "zone is missing");
        Objects.requireNonNull(validFrom, "validFrom is missing");
        Objects.requireNonNull(validUntil, "validUntil is missing");
        openingHours = Map.copyOf(Objects.requireNonNull(openingHours, "openingHours are missing"));
        holidays = Map.copyOf(Objects.requireNonNull(holidays, "holidays are missing"));
        closures = closures == null ? Map.of() : Map.copyOf(closures);
        if (validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("validUntil lies before validFrom");
        }
        if (openingHours.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("openingHours name no day on which the organization is open");
        }
        openingHours.forEach(BusinessCalendar::requireOrder);
        requireInside(validFrom, validUntil, holidays.keySet());
        requireInside(validFrom, validUntil, closures.keySet());
    }

    /** Name and version, as they are kept with a deadline. */
    String label() {
        return name + " " + version;
    }

    /**
     * The spans of a date in which the organization is open; empty on a closed day.
     *
     * @throws IllegalArgumentException when the calendar does not reach to that date
     */
    List<Span> open(LocalDate date) {
        requireKnown(date);
        if (holidays.containsKey(date) || closures.containsKey(date)) {
            return List.of();
        }
        return openingHours.getOrDefault(date.getDayOfWeek(), List.of()).stream()
                .map(hours -> new Span(instant(hours.opensOn(date)), instant(hours.closesOn(date))))
                .filter(span -> !span.isEmpty())
                .toList();
    }

    /**
     * Whether a date is a work day: Monday through Friday, except holidays (21 CFR 803.3). Opening hours and closures of
     * the organization do not matter.
     *
     * @throws IllegalArgumentException when the calendar does not reach to that date
     */
    boolean workDay(LocalDate date) {
        requireKnown(date);
        DayOfWeek day = date.getDayOfWeek();
        return day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY && !holidays.containsKey(date);
    }

    /** The date from its first to its last moment: 23 or 25 hours when the clocks change. */
    Span wholeDay(LocalDate date) {
        return new Span(date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * The moment of a local time. A time that is skipped when the clocks go forward is the moment of the change, a time
     * that comes twice is the first of the two; so a later local time is never an earlier moment.
     */
    Instant instant(LocalDateTime local) {
        ZoneOffsetTransition change = zone.getRules().getTransition(local);
        return change != null && change.isGap() ? change.getInstant() : local.atZone(zone).toInstant();
    }

    private void requireKnown(LocalDate date) {
        if (date.isBefore(validFrom) || date.isAfter(validUntil)) {
            throw new IllegalArgumentException("The calendar %s knows the days from %s to %s, not %s"
                    .formatted(label(), validFrom, validUntil, date));
        }
    }

    private static void requireOrder(DayOfWeek day, List<OpeningHours> hours) {
        for (int i = 1; i < hours.size(); i++) {
            if (!hours.get(i - 1).endsBefore(hours.get(i))) {
                throw new IllegalArgumentException("The opening hours of " + day + " overlap or are not in order");
            }
        }
    }

    private static void requireInside(LocalDate from, LocalDate until, Collection<LocalDate> dates) {
        dates.stream().filter(date -> date.isBefore(from) || date.isAfter(until)).findAny().ifPresent(date -> {
            throw new IllegalArgumentException(date + " lies outside of validFrom and validUntil");
        });
    }
}
