package org.countersign.oversight;

import org.countersign.people.Directory;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Whether minutes say what was decided, who does what, and by when.
 */
@Component
class MinuteCheck {

    static final int LONGEST = 2000;

    private final Directory directory;
    private final ZoneId zone;

    MinuteCheck(Directory directory, ZoneId organizationZone) {
        this.directory = directory;
        this.zone = organizationZone;
    }

    /** @throws ReportRefused with the first thing that is missing */
    void require(List<Minute> minutes, Instant now) {
        if (minutes.stream().noneMatch(minute -> minute.kind() == Minute.Kind.DECISION)) {
            throw new ReportRefused("Write down at least one decision, also when it is to go on as before.");
        }
        for (Minute minute : minutes) {
            if (minute.body() == null || minute.body().isBlank() || minute.body().length() > LONGEST) {
                throw new ReportRefused("Say what is to be done in 1 to " + LONGEST + " characters.");
            }
            if (minute.kind() == Minute.Kind.ACTION) {
                requireOwnerAndDay(minute, LocalDate.ofInstant(now, zone));
            }
        }
    }

    private void requireOwnerAndDay(Minute action, LocalDate today) {
        if (action.owner() == null || directory.find(action.owner()).isEmpty()) {
            throw new ReportRefused("Choose who does it: an action needs an owner.");
        }
        if (action.dueOn() == null || action.dueOn().isBefore(today)) {
            throw new ReportRefused("Give each action a day from today on by which it is done.");
        }
        if (action.dueOn().isAfter(today.plusYears(5))) {
            throw new ReportRefused("Give each action a day within the next five years.");
        }
    }
}
