package org.countersign.post;

import java.time.Instant;
import java.time.ZoneId;

/**
 * The window in which a post may go out; outside it the post needs a new time, it is never sent late.
 *
 * @param notBefore when to send; null sends as soon as everybody has approved
 * @param notAfter  the latest moment of sending
 * @param zone      the zone the author thinks in; times are stored in UTC
 */
public record Schedule(Instant notBefore, Instant notAfter, ZoneId zone) {

    /** Whether an approval that comes now is too late: for a set time it must be there before that time. */
    public boolean missedBy(Instant now) {
        return now.isAfter(notBefore == null ? notAfter : notBefore);
    }

    public boolean includes(Instant now) {
        return (notBefore == null || !now.isBefore(notBefore)) && !now.isAfter(notAfter);
    }
}
