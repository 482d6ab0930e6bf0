package org.countersign.escalation;

import org.countersign.businesstime.OrganizationTime;
import org.countersign.notification.MailRequest;
import org.countersign.notification.Recipient;
import org.countersign.notification.WaitingItem;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the mails of the ladder say: labels, names of staff and moments.
 */
@Component
class NoticeWords {

    private static final String TASKS = "/camunda/app/tasklist/default/";

    private static final Duration JUST_NOW = Duration.ofMinutes(5);

    private final OrganizationTime time;

    NoticeWords(OrganizationTime time) {
        this.time = time;
    }

    /** A mail about one task; the highest level among its notices says why the person is told. */
    MailRequest alone(String event, Recipient recipient, List<Notice> notices, Roster roster, Instant now) {
        Climb climb = notices.get(0).climb();
        boolean escalated = notices.stream().anyMatch(notice -> notice.level() != Level.HOLDER);
        Map<String, Object> model = new HashMap<>(Map.of("task", climb.task(), "standing", standing(climb, now),
                "since", climb.since(), "due", climb.due(), "link", climb.link()));
        model.put("role", climb.roles().stream().map(NoticeWords::label).toList());
        model.put("riskClass", climb.riskClass());
        roster.find(climb.holder()).map(Person::name).ifPresent(name -> model.put("claimedBy", name));
        if (escalated) {
            model.put("holders", roster.names(climb));
        }
        notices.stream().map(Notice::onBehalfOf).filter(absent -> absent != null).findFirst().flatMap(roster::find)
                .ifPresent(absent -> model.put("onBehalfOf", absent.name()));
        return new MailRequest(event, escalated ? "task-escalation" : "task-reminder", recipient, climb.stream(), model);
    }

    /** One mail for many tasks. */
    MailRequest digest(String event, Recipient recipient, List<List<Notice>> tasks, int rows, Roster roster, Instant now) {
        Map<String, Object> model = new HashMap<>(Map.of("count", tasks.size(), "link", TASKS));
        model.put("items", tasks.stream().limit(rows).map(task -> item(task, roster, now)).toList());
        if (tasks.size() > rows) {
            model.put("more", tasks.size() - rows);
        }
        UUID stream = UUID.nameUUIDFromBytes(("digest:" + recipient.userId()).getBytes(StandardCharsets.UTF_8));
        return new MailRequest(event, "task-digest", recipient, stream, model);
    }

    private WaitingItem item(List<Notice> notices, Roster roster, Instant now) {
        Climb climb = notices.get(0).climb();
        Level highest = notices.stream().map(Notice::level).max(Comparator.naturalOrder()).orElseThrow();
        String on = roster.find(climb.holder()).map(Person::name)
                .orElseGet(() -> climb.roles().stream().map(NoticeWords::label).collect(Collectors.joining(", ")));
        return new WaitingItem(climb.task(), climb.reference(), on, standing(climb, now), highest.label(), climb.since(),
                climb.due(), climb.link());
    }

    /** How the task stands when the mail is written, which may be later than its notice. */
    private String standing(Climb climb, Instant now) {
        if (!now.isBefore(climb.due()) && now.isBefore(climb.due().plus(JUST_NOW))) {
            return "its deadline has just passed";
        }
        String left = left(climb.due(), now);
        if (!now.isBefore(climb.due())) {
            return left;
        }
        return (now.isBefore(climb.nearly()) ? "50" : "80") + " percent of its time is gone, " + left;
    }

    private String left(Instant due, Instant now) {
        try {
            return time.left(now, due);
        } catch (IllegalArgumentException beyondCalendar) {
            return now.isBefore(due) ? "not yet due" : "overdue";
        }
    }

    private static String label(String role) {
        return Role.of(role).map(Role::label).orElse(role);
    }
}
