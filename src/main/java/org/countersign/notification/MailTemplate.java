package org.countersign.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The mails that exist, and the only values that may enter each: whatever is not named here never gets into a mail.
 * Besides these, every mail has {@code link}, and knows its recipient's name and a short id of the post or whatever else
 * its stream is about.
 */
enum MailTemplate {

    REVIEW_ASSIGNED(Set.of("role", "kind", "riskClass", "due"), Set.of()),
    TASK_REMINDER(Set.of("task", "standing", "since", "due"), Set.of("role", "riskClass", "claimedBy", "onBehalfOf")),
    TASK_ESCALATION(Set.of("task", "standing", "since", "due"), Set.of("role", "riskClass", "holders", "claimedBy",
            "onBehalfOf")),
    TASK_DIGEST(Set.of("count", "items"), Set.of("more")),
    CHANGES_REQUESTED(Set.of("role", "kind"), Set.of()),
    POST_BLOCKED(Set.of("kind"), Set.of()),
    POST_APPROVED(Set.of("kind"), Set.of("publishAt")),
    POST_REJECTED(Set.of("role", "kind"), Set.of()),
    STEP_LAPSED(Set.of("step", "since"), Set.of()),
    NEEDS_NEW_TIME(Set.of("kind"), Set.of()),
    POST_NOT_PUBLISHED(Set.of("kind"), Set.of()),
    POST_BY_HAND(Set.of("kind", "account", "due"), Set.of()),
    PUBLISHING_PROBLEM(Set.of("kind", "account", "outcome"), Set.of()),
    POST_PUBLISHED(Set.of("kind", "accounts", "publishedAt"), Set.of()),
    TRAINING_DUE(Set.of("modules", "due"), Set.of()),
    REPORT_READY(Set.of("entity", "quarter", "due"), Set.of()),
    REPORT_UNACKNOWLEDGED(Set.of("entity", "quarter", "since", "due"), Set.of());

    static final String LINK = "link";

    private final Set<String> required;
    private final Set<String> optional;

    MailTemplate(Set<String> required, Set<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /**
     * @throws IllegalArgumentException when there is no such template
     */
    static MailTemplate named(String name) {
        return Arrays.stream(values()).filter(template -> template.fileName().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no mail template " + name));
    }

    /** Name of the two files below {@code templates/mail}, without their endings. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Set<String> required() {
        return required;
    }

    Set<String> optional() {
        return optional;
    }

    /**
     * @throws IllegalArgumentException when a value is missing, or one is there that this mail does not show; names the
     *                                  keys, not the values
     */
    void check(Map<String, Object> model) {
        Set<String> missing = new TreeSet<>(required);
        missing.add(LINK);
        missing.removeIf(key -> model.get(key) != null);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("The mail " + fileName() + " needs " + missing);
        }
        Set<String> unknown = new TreeSet<>(model.keySet());
        unknown.removeAll(required);
        unknown.removeAll(optional);
        unknown.remove(LINK);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The mail " + fileName() + " does not show " + unknown);
        }
    }
}
