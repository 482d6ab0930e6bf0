package org.countersign.escalation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A task that waits, as the ladder knows it: labels and ids, nothing typed.
 *
 * @param key        {@code task:<id>}
 * @param stream     ledger stream of what the task is about
 * @param task       name as in the task list
 * @param roles      ids of the roles that may take it
 * @param riskClass  class of the post, or null
 * @param holder     who holds it, or null
 * @param halfway    this, {@code nearly} and {@code due}: the moments of its deadline, null until they are planned
 * @param supervisor role that is told first, null until it is planned
 * @param executive  role that is told next; the process may have named it
 * @param priority   null until it is planned
 * @param link       path of the page where it is done
 * @param climbed    up to when every rung was told
 */
public record Climb(String key, UUID stream, String processKey, String taskKey, String task, List<String> roles,
                    Integer riskClass, String holder, Instant since, Instant halfway, Instant nearly, Instant due,
                    String supervisor, String executive, Boolean priority, String link, Instant climbed) {

    /** A task that begins to wait. */
    public static Climb of(String key, UUID stream, String processKey, String taskKey, String task, List<String> roles,
                           Integer riskClass, String holder, Instant since, String executive, String link) {
        return new Climb(key, stream, processKey, taskKey, task, roles, riskClass, holder, since, null, null, null, null,
                executive, null, link, since);
    }

    /** The same with its deadline. */
    public Climb due(Instant halfway, Instant nearly, Instant due) {
        return new Climb(key, stream, processKey, taskKey, task, roles, riskClass, holder, since, halfway, nearly, due,
                supervisor, executive, priority, link, climbed);
    }

    Climb under(String supervisor, String executive, boolean priority) {
        return new Climb(key, stream, processKey, taskKey, task, roles, riskClass, holder, since, halfway, nearly, due,
                supervisor, executive, priority, link, climbed);
    }

    boolean planned() {
        return priority != null;
    }

    String reference() {
        return stream.toString().substring(0, 8);
    }

    Instant at(Moment moment) {
        return switch (moment) {
            case HALFWAY -> halfway;
            case NEARLY -> nearly;
            case DUE -> due;
        };
    }
}
