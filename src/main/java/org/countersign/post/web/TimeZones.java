package org.countersign.post.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The time zones an author chooses from, and how times are written in them.
 */
final class TimeZones {

    /** Chosen for a new post. */
    static final ZoneId DEFAULT = ZoneId.of("America/New_York");

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MMM d, uuuu, h:mm a z", Locale.US);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu 'at' h:mm a z", Locale.US);
    private static final Map<String, String> CHOICES = new LinkedHashMap<>();

    static {
        CHOICES.put("America/New_York", "Eastern (New York)");
        CHOICES.put("America/Chicago", "Central (Chicago)");
        CHOICES.put("America/Denver", "Mountain (Denver)");
        CHOICES.put("America/Phoenix", "Mountain without daylight saving (Phoenix)");
        CHOICES.put("America/Los_Angeles", "Pacific (Los Angeles)");
        CHOICES.put("America/Anchorage", "Alaska (Anchorage)");
        CHOICES.put("Pacific/Honolulu", "Hawaii (Honolulu)");
        CHOICES.put("America/Puerto_Rico", "Atlantic (Puerto Rico)");
        CHOICES.put("UTC", "UTC");
    }

    private TimeZones() {
    }

    /** Labels by zone id; a zone that came in by the interface for programs is added. */
    static Map<String, String> choices(String used) {
        Map<String, String> choices = new LinkedHashMap<>(CHOICES);
        choices.putIfAbsent(used, used);
        return choices;
    }

    /** {@code Nov 22, 2026, 3:20 PM EST} */
    static String write(Instant instant, ZoneId zone) {
        return SHORT.format(instant.atZone(zone));
    }

    /** {@code Sunday, November 22, 2026 at 3:20 PM EST} */
    static String spell(Instant instant, ZoneId zone) {
        return LONG.format(instant.atZone(zone));
    }
}
