package org.countersign.businesstime;

import org.springframework.stereotype.Component;

import java.util.List;

/**
 * All the time in which the organization is open, for those who measure many durations at once.
 */
@Component
public class OpenTime {

    private final BusinessCalendar calendar;

    OpenTime(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** Name and version of the calendar. */
    public String calendar() {
        return calendar.label();
    }

    /** From the first to the last moment that the calendar knows. */
    public Span known() {
        return new Span(calendar.wholeDay(calendar.validFrom()).from(), calendar.wholeDay(calendar.validUntil()).to());
    }

    /** When it is open, in order. */
    public List<Span> spans() {
        return calendar.validFrom().datesUntil(calendar.validUntil().plusDays(1))
                .flatMap(date -> calendar.open(date).stream()).toList();
    }
}
