package org.countersign.post.web;

import org.countersign.post.Problem;
import org.countersign.post.Schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When a post should go out, as it is typed: local times in a zone.
 *
 * @param when      {@link #WHEN_APPROVED} or {@link #AT_TIME}
 * @param latest    local date and time after which an approved post is not sent any more
 * @param at        local date and time at which the post is sent
 * @param tolerance minutes by which it may be late when a set time cannot be met
 * @param zone      id of the time zone
 */
record ScheduleForm(String when, String latest, String at, int tolerance, String zone) {

    static final String WHEN_APPROVED = "approved";
    static final String AT_TIME = "set";

    private static final int TWO_HOURS = 120;
    private static final int YEAR = 366 * 24 * 60;
    private static final Map<Integer, String> TOLERANCES = Map.of(30, "30 minutes", 60, "1 hour", TWO_HOURS, "2 hours",
            240, "4 hours", 480, "8 hours", 1440, "1 day");

    /** As soon as everybody has approved, within a week until five in the afternoon. */
    static ScheduleForm suggested(Instant now) {
        LocalDateTime latest = LocalDateTime.ofInstant(now, TimeZones.DEFAULT).plusDays(7).truncatedTo(ChronoUnit.DAYS)
                .withHour(17);
        return new ScheduleForm(WHEN_APPROVED, latest.toString(), "", TWO_HOURS, TimeZones.DEFAULT.getId());
    }

    static ScheduleForm of(Schedule schedule) {
        if (schedule == null) {
            return new ScheduleForm(WHEN_APPROVED, "", "", TWO_HOURS, TimeZones.DEFAULT.getId());
        }
        ZoneId zone = schedule.zone();
        if (schedule.notBefore() == null) {
            return new ScheduleForm(WHEN_APPROVED, local(schedule.notAfter(), zone), "", TWO_HOURS, zone.getId());
        }
        long minutes = schedule.notAfter() == null ? TWO_HOURS
                : Duration.between(schedule.notBefore(), schedule.notAfter()).toMinutes();
        return new ScheduleForm(AT_TIME, "", local(schedule.notBefore(), zone), Math.toIntExact(Math.min(minutes, YEAR)),
                zone.getId());
    }

    static ScheduleForm read(String when, String latest, String at, String tolerance, String zone) {
        return new ScheduleForm(AT_TIME.equals(when) ? AT_TIME : WHEN_APPROVED, latest.strip(), at.strip(),
                minutes(tolerance), zone.isBlank() ? TimeZones.DEFAULT.getId() : zone.strip());
    }

    public boolean set() {
        return AT_TIME.equals(when);
    }

    /** Labels by minutes, in their order, with the one that is chosen. */
    public Map<Integer, String> tolerances() {
        Map<Integer, String> choices = new TreeMap<>(TOLERANCES);
        choices.putIfAbsent(tolerance, tolerance + " minutes");
        return choices;
    }

    /** What cannot be understood; a time that is missing is told when the post is submitted. */
    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (zoneOrNull() == null) {
            problems.add(new Problem("schedule.zone", "There is no time zone \"" + zone + "\". Choose one of the list."));
            return problems;
        }
        String typed = set() ? at : latest;
        if (!typed.isEmpty()) {
            String field = set() ? "schedule.at" : "schedule.latest";
            try {
                LocalDateTime local = LocalDateTime.parse(typed);
                if (zoneOrNull().getRules().getValidOffsets(local).isEmpty()) {
                    problems.add(new Problem(field, "This time does not exist: clocks go forward that night and skip it. "
                            + "Choose a time that is an hour earlier or later."));
                }
            } catch (DateTimeException e) {
                problems.add(new Problem(field, "This is not a date with a time. Write it like 2027-03-14T15:30."));
            }
        }
        return problems;
    }

    /**
     * The window, in UTC. Of a time that comes twice when clocks go back, the first is meant.
     *
     * @throws IllegalStateException when there are {@link #problems()}
     */
    Schedule schedule() {
        if (!problems().isEmpty()) {
            throw new IllegalStateException("the typed time cannot be understood");
        }
        Instant time = instant(set() ? at : latest);
        return time != null && set() ? new Schedule(time, time.plus(Duration.ofMinutes(tolerance)), zoneOrNull())
                : new Schedule(null, set() ? null : time, zoneOrNull());
    }

    /** The window in words; empty as long as it is not known. */
    String words() {
        if (!problems().isEmpty() || (set() ? at : latest).isEmpty()) {
            return "";
        }
        Schedule window = schedule();
        if (!set()) {
            return "Goes out as soon as everybody has approved, at the latest on "
                    + TimeZones.spell(window.notAfter(), window.zone()) + ".";
        }
        boolean twice = window.zone().getRules().getValidOffsets(LocalDateTime.parse(at)).size() > 1;
        return "Goes out on " + TimeZones.spell(window.notBefore(), window.zone()) + " if everybody has approved by then; "
                + "if something holds it up, at the latest on " + TimeZones.spell(window.notAfter(), window.zone()) + "."
                + (twice ? " This hour comes twice, because clocks go back; the first is meant." : "");
    }

    private Instant instant(String local) {
        return local.isEmpty() ? null : LocalDateTime.parse(local).atZone(zoneOrNull()).toInstant();
    }

    private ZoneId zoneOrNull() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String local(Instant instant, ZoneId zone) {
        return instant == null ? "" : LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static int minutes(String typed) {
        try {
            return Math.max(1, Math.min(YEAR, Integer.parseInt(typed)));
        } catch (NumberFormatException e) {
            return TWO_HOURS;
        }
    }
}
