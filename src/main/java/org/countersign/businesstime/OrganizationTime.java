package org.countersign.businesstime;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments and durations in words, for pages: in the zone of the organization, which is always named.
 */
@Component
public class OrganizationTime {

    private final BusinessCalendar calendar;
    private final TimeInSpans openTime;
    private final DateTimeFormatter format;

    OrganizationTime(BusinessCalendar calendar) {
        this.calendar = calendar;
        this.openTime = new TimeInSpans(calendar.zone(), calendar::open);
        this.format = DateTimeFormatter.ofPattern("EEE, MMM d, yyyy, h:mm a zzz", Locale.US).withZone(calendar.zone());
    }

    /** {@code Mon, Nov 23, 2026, 9:15 AM EST}. */
    public String words(Instant moment) {
        return format.format(moment);
    }

    /**
     * What is left of a deadline, or how long it has passed, in the time in which the organization is open:
     * {@code 5 business hours 20 min left}.
     *
     * @throws IllegalArgumentException when the calendar does not reach that far
     */
    public String left(Instant now, Instant due) {
        return now.isBefore(due) ? amount(openTime.between(now, due)) + " left"
                : "overdue by " + amount(openTime.between(due, now));
    }

    /** The zone in which the words are meant. */
    public String zone() {
        return calendar.zone().getId();
    }

    private static String amount(Duration duration) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        if (hours == 0) {
            return minutes == 0 ? "less than a business minute" : minutes + " business min";
        }
        return hours + (hours == 1 ? " business hour" : " business hours") + (minutes == 0 ? "" : " " + minutes + " min");
    }
}
