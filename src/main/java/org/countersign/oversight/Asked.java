package org.countersign.oversight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What somebody chose on the scorecard, as it was typed.
 *
 * @param period key of a {@link PeriodChoice}
 * @param from   first day, for the choice of days
 * @param to     last day, for the choice of days
 * @param entity id of a legal entity; empty for all
 */
record Asked(String period, String from, String to, String entity) {

    Asked {
        period = period == null || period.isBlank() ? PeriodChoice.DAYS_30.key() : period.strip();
        from = from == null ? "" : from.strip();
        to = to == null ? "" : to.strip();
        entity = entity == null ? "" : entity.strip();
    }

    /** The same choice in an address. */
    public String query() {
        return "period=" + encoded(period) + (from.isEmpty() ? "" : "&from=" + encoded(from))
                + (to.isEmpty() ? "" : "&to=" + encoded(to)) + (entity.isEmpty() ? "" : "&entity=" + encoded(entity));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
