package org.countersign.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.countersign.businesstime.OrganizationTime;
import org.countersign.ledger.LedgerRecord;
import org.countersign.people.Role;
import org.countersign.post.PostState;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Acts in words, to be read after the name of who acted. A kind that is not known here is shown by its name: other modules
 * append what they need.
 */
@Component
class RecordWords {

    private final OrganizationTime time;

    RecordWords(OrganizationTime time) {
        this.time = time;
    }

    /** @param names the name of a person by id */
    String of(LedgerRecord record, UnaryOperator<String> names) {
        JsonNode payload = record.payload() == null ? MissingNode.getInstance() : record.payload();
        String version = "version " + record.references().getOrDefault("version", "?");
        String role = role(record.references().get("role"));
        return switch (record.kind()) {
            case "version.submitted" -> "submitted " + version;
            case "version.screened" -> "screened " + version + ": " + found(payload);
            case "version.routed" -> "sent " + version + " (class R" + record.references().get("riskClass") + ") to "
                    + roles(payload.path("roles"));
            case "version.viewed" -> "looked at " + version;
            case "review.asked" -> "asked " + role + " to review " + version + until(payload.path("dueAt"));
            case "review.decided" -> decided(record.references().get("decision")) + " " + version + " for " + role
                    + behalf(record, names);
            case "review.concluded" -> "concluded the review of " + version + ": "
                    + verdict(record.references().get("verdict"));
            case "review.escalated" -> "told " + role(record.references().get("to")) + " that the review by " + role
                    + " is late";
            case "task.escalated" -> "told " + level(record.references().get("to")) + " that the task of " + role
                    + " waits";
            case "task.taken-over" -> "took over the task of " + role + behalf(record, names);
            case "determination.requested" -> "asked for a determination that the blocking findings of " + version
                    + " do not apply";
            case "post.returned" -> "gave the post back: " + state(record.references().get("state"));
            case "post.withdrawn" -> "withdrew the post";
            case "publication.started" -> "began to publish " + version;
            case "publication.concluded" -> "ended the publication of " + version + ": " + outcome(payload.path("outcome"));
            case "comment.written" -> "commented on " + version;
            case "mail.queued" -> "wrote a mail to " + recipient(payload, names);
            case "mail.sent" -> "sent the mail to " + recipient(payload, names);
            case "mail.failed" -> "could not send the mail to " + recipient(payload, names);
            default -> record.kind().startsWith("delivery.") ? delivery(record) : record.kind();
        };
    }

    private static String level(String level) {
        return switch (String.valueOf(level)) {
            case "SUPERVISOR" -> "the supervisor";
            case "EXECUTIVE" -> "the named executive";
            case "COMMITTEE" -> "the compliance committee";
            default -> "somebody above";
        };
    }

    /** Several ids are separated by commas. */
    private static String behalf(LedgerRecord record, UnaryOperator<String> names) {
        String absent = record.references().get("onBehalfOf");
        return absent == null ? "" : Arrays.stream(absent.split(",")).map(names)
                .collect(Collectors.joining(", ", " on behalf of ", ""));
    }

    private String until(JsonNode due) {
        try {
            return due.isTextual() ? ", due " + time.words(Instant.parse(due.asText())) : "";
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private static String found(JsonNode findings) {
        return switch (findings.size()) {
            case 0 -> findings.isArray() ? "found nothing, which does not mean that there is nothing" : "findings not readable";
            case 1 -> "1 finding";
            default -> findings.size() + " findings";
        };
    }

    /** The names of outcomes are those of the states that they lead to, but for one. */
    private static String outcome(JsonNode name) {
        return "LATE".equals(name.asText()) ? state(PostState.NEEDS_NEW_TIME.name()) : state(name.asText());
    }

    private static String decided(String decision) {
        return switch (String.valueOf(decision)) {
            case "APPROVE" -> "approved";
            case "CHANGES" -> "asked for changes of";
            case "REJECT" -> "rejected";
            default -> "decided on";
        };
    }

    private static String verdict(String verdict) {
        return switch (String.valueOf(verdict)) {
            case "APPROVED" -> "every required role approved";
            case "CHANGES" -> "changes are needed";
            case "REJECTED" -> "rejected";
            case "LATE" -> "approved, but too late for its time";
            default -> verdict;
        };
    }

    /** {@code delivery.given-up} on {@code bluesky-main}: noted of the delivery to bluesky-main: given up. */
    private static String delivery(LedgerRecord record) {
        String account = record.references().getOrDefault("accountId", "an account");
        return switch (record.kind()) {
            case "delivery.sent" -> "published it on " + account;
            case "delivery.posted-by-hand" -> "posted it by hand on " + account;
            default -> "noted of the delivery to " + account + ": "
                    + record.kind().substring("delivery.".length()).replace('-', ' ');
        };
    }

    private static String recipient(JsonNode payload, UnaryOperator<String> names) {
        return payload.path("recipient").isTextual() ? names.apply(payload.path("recipient").asText()) : "somebody";
    }

    private static String roles(JsonNode roles) {
        List<String> labels = new ArrayList<>();
        roles.forEach(role -> labels.add(role(role.asText())));
        return labels.isEmpty() ? "nobody" : String.join(", ", labels);
    }

    private static String role(String id) {
        return Role.of(id).map(Role::label).orElse(String.valueOf(id));
    }

    private static String state(String name) {
        return Arrays.stream(PostState.values()).filter(state -> state.name().equals(name)).map(PostState::label)
                .findFirst().orElse(String.valueOf(name));
    }
}
