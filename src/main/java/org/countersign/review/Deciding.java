package org.countersign.review;

import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskInHand;
import org.countersign.engine.task.TaskRefused;
import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Absences;
import org.countersign.people.Rights;
import org.countersign.people.Role;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Takes a reviewer's decision: four eyes, the digest that was seen, the checklist, the reasons. All under the lock of the
 * post, so that no new version comes between.
 */
@Service
public class Deciding {

    private final Posts posts;
    private final ReviewRepository repository;
    private final BlockingFindings blocking;
    private final Absences absences;
    private final Rights rights;
    private final Ledger ledger;
    private final Clock clock;

    Deciding(Posts posts, ReviewRepository repository, BlockingFindings blocking, Absences absences, Rights rights,
             Ledger ledger, Clock clock) {
        this.posts = posts;
        this.repository = repository;
        this.blocking = blocking;
        this.absences = absences;
        this.rights = rights;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * The right to review for the role at the moment, and segregation of duties: nobody reviews what they wrote, nobody fills
     * two required roles on one post.
     *
     * @throws TaskRefused when this person may not review for this role
     */
    public void checkReviewer(UUID postId, int version, String role, String userId) {
        Role.of(role).flatMap(asked -> rights.refusal(userId, asked)).ifPresent(refusal -> {
            throw new TaskRefused(refusal);
        });
        if (posts.contributors(postId).contains(userId)) {
            throw new TaskRefused("You wrote or changed this post, so somebody else must review it.");
        }
        repository.decisions(postId, version).stream()
                .filter(decision -> decision.by().equals(userId) && !decision.role().equals(role)).findFirst()
                .ifPresent(decision -> {
                    throw new TaskRefused("You already decided on this version for " + label(decision.role())
                            + "; somebody else must review it for " + label(role) + ".");
                });
    }

    /**
     * Keeps the decision.
     *
     * @throws TaskRefused when the version was replaced, or the answers do not allow the decision
     */
    @Transactional
    public Decision decide(TaskInHand task, String role, String userId, FormAnswers answers) {
        UUID postId = UUID.fromString(task.businessKey());
        posts.lock(postId);
        PostVersion version = posts.currentVersion(postId).orElseThrow();
        if (!version.digest().equals(answers.text("digest")) || !version.digest().equals(task.text("digest"))) {
            throw new TaskRefused("The version you looked at was replaced by a newer one. Open the task again and "
                    + "review the new version.");
        }
        checkReviewer(postId, version.number(), role, userId);
        Decision decision = decision(task, role, userId, answers, version);
        repository.insert(decision);
        Map<String, String> references = references(decision, task);
        references.putAll(absences.onBehalfOf(userId, role));
        ledger.append(new LedgerEntry(postId, "review.decided", Actor.staff(userId), decision.at(), references, decision));
        return decision;
    }

    private Decision decision(TaskInHand task, String role, String userId, FormAnswers answers, PostVersion version) {
        Decision.Kind kind = switch (String.valueOf(answers.text("decision"))) {
            case "approve" -> Decision.Kind.APPROVE;
            case "changes" -> Decision.Kind.CHANGES;
            case "reject" -> Decision.Kind.REJECT;
            default -> throw new TaskRefused("Choose whether you approve, request changes, or reject.");
        };
        String explanation = switch (kind) {
            case APPROVE -> Optional.ofNullable(answers.text("naReasons")).orElse("");
            case CHANGES -> required(answers, "changes", "Say what must change.");
            case REJECT -> required(answers, "rejectNote", "Say why you reject the post.");
        };
        String determination = null;
        if (kind == Decision.Kind.APPROVE) {
            Checklist.requireSafe(answers);
            determination = determination(version, role, answers);
        }
        return new Decision(version.postId(), version.number(), role, version.digest(), task.id(), userId,
                clock.instant(), kind, explanation,
                kind == Decision.Kind.REJECT ? required(answers, "rejectReason", "Choose a reason code.") : null,
                determination, answers.formId() + ":" + answers.version(), Checklist.answers(answers));
    }

    private String determination(PostVersion version, String role, FormAnswers answers) {
        if (blocking.forRole(version.postId(), version.number(), role).isEmpty()) {
            return null;
        }
        if (!answers.yes("findingsCleared")) {
            throw new TaskRefused("Findings block this version. Determine that they do not apply, or request changes.");
        }
        return required(answers, "determinationReason", "Say why the blocking findings do not apply.");
    }

    private static String required(FormAnswers answers, String key, String sentence) {
        return Optional.ofNullable(answers.text(key)).orElseThrow(() -> new TaskRefused(sentence));
    }

    private static Map<String, String> references(Decision decision, TaskInHand task) {
        return new TreeMap<>(Map.of("version", Integer.toString(decision.version()), "digest", decision.digest(),
                "role", decision.role(), "decision", decision.kind().name(), "form", decision.form(),
                "task", task.id(), "processInstance", task.processInstanceId()));
    }

    private static String label(String role) {
        return Role.of(role).map(Role::label).orElse(role);
    }
}
