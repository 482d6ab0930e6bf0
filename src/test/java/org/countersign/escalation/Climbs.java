package org.countersign.escalation;

import org.countersign.businesstime.BusinessClock;
import org.countersign.businesstime.Deadline;
import org.countersign.businesstime.TestCalendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tasks and rungs as the tables of the product have them. */
final class Climbs {

    static final BusinessClock CLOCK = TestCalendar.clock();

    /** A week in which nothing is closed: Monday, March 1, 2027, 9 o'clock in New York. */
    static final Instant MONDAY = Instant.parse("2027-03-01T14:00:00Z");

    static final List<Rung> REVIEW = List.of(
            new Rung(1, Moment.HALFWAY, 0, Level.HOLDER, 0),
            new Rung(2, Moment.NEARLY, 0, Level.HOLDER, 0),
            new Rung(3, Moment.NEARLY, 0, Level.SUPERVISOR, 0),
            new Rung(4, Moment.DUE, 0, Level.HOLDER, 1),
            new Rung(5, Moment.DUE, 0, Level.EXECUTIVE, 2),
            new Rung(6, Moment.DUE, 5, Level.COMMITTEE, 5));

    private Climbs() {
    }

    static Climb review(String key, Instant since, int businessDays) {
        Deadline deadline = CLOCK.deadline(since, businessDays, BusinessClock.Unit.BUSINESS_DAYS);
        return Climb.of(key, UUID.nameUUIDFromBytes(key.getBytes()), "post-review", "reviewPost",
                        "Legal review: Clinical claim (R3)", List.of("legal"), 3, null, since, "executive", "/desk")
                .due(deadline.halfway(), deadline.nearly(), deadline.due()).under("compliance", "executive", false);
    }

    /** The same after a look at a moment. */
    static Climb seen(Climb climb, Instant now) {
        return new Climb(climb.key(), climb.stream(), climb.processKey(), climb.taskKey(), climb.task(), climb.roles(),
                climb.riskClass(), climb.holder(), climb.since(), climb.halfway(), climb.nearly(), climb.due(),
                climb.supervisor(), climb.executive(), climb.priority(), climb.link(), now);
    }
}
