package org.countersign.oversight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a calendar year; its days begin and end in the organization's zone.
 */
public record Quarter(int year, int number) {

    private static final Pattern TEXT = Pattern.compile("(\\d{4})-Q([1-4])");

    public Quarter {
        if (number < 1 || number > 4) {
            throw new IllegalArgumentException("There is no quarter " + number);
        }
    }

    /** @throws IllegalArgumentException with a sentence for people when the text is not like {@code 2026-Q4} */
    public static Quarter parse(String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("Name the quarter like this: 2026-Q4.");
        }
        return new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    public Period period(ZoneId zone) {
        LocalDate first = LocalDate.of(year, 3 * number - 2, 1);
        return new Period(label(), first, first.plusMonths(3).minusDays(1), zone);
    }

    /** {@code Q4 2026} */
    public String label() {
        return "Q" + number + " " + year;
    }

    /** {@code 2026-Q4}, as {@link #parse} reads it. */
    @Override
    public String toString() {
        return year + "-Q" + number;
    }
}
