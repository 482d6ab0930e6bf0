package org.countersign.review;

import org.countersign.notification.MailRequest;
import org.countersign.notification.Outbox;
import org.countersign.notification.Recipient;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.countersign.post.PostState;
import org.countersign.post.PostVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is told what about a review. Mails say what waits, on whom and since when; they carry no text of a post.
 */
@Component
public class ReviewMails {

    private final Outbox outbox;
    private final Directory directory;
    private final ReviewRepository repository;

    ReviewMails(Outbox outbox, Directory directory, ReviewRepository repository) {
        this.outbox = outbox;
        this.directory = directory;
        this.repository = repository;
    }

    /** Tells everybody of a role that a review was asked for. */
    @Transactional
    public void asked(PostVersion version, Review review) {
        members(review.role()).forEach(person -> send(version, "review-assigned", review.role(), person,
                waiting(version, review)));
    }

    /** Tells the author that everybody approved. */
    @Transactional
    public void approved(PostVersion version) {
        Map<String, Object> model = about(version);
        if (version.content().schedule().notBefore() != null) {
            model.put("publishAt", version.content().schedule().notBefore());
        }
        toAuthor(version, "post-approved", model);
    }

    /** Tells the author why the post came back, or that it was rejected. */
    @Transactional
    public void returned(PostVersion version, PostState state) {
        Map<String, Object> model = about(version);
        if (state == PostState.RETURNED || state == PostState.REJECTED) {
            model.put("role", repository.decisions(version.postId(), version.number()).stream()
                    .filter(decision -> !decision.approves()).map(decision -> label(decision.role())).toList());
        }
        toAuthor(version, switch (state) {
            case RETURNED -> "changes-requested";
            case REJECTED -> "post-rejected";
            case BLOCKED -> "post-blocked";
            case NEEDS_NEW_TIME -> "needs-new-time";
            case NOT_PUBLISHED -> "post-not-published";
            default -> throw new IllegalArgumentException("no mail for the state " + state);
        }, model);
    }

    private void toAuthor(PostVersion version, String template, Map<String, Object> model) {
        directory.find(version.submittedBy()).ifPresent(person -> send(version, template, "author", person, model));
    }

    /** One mail per event, version and person, however often the job runs. */
    private void send(PostVersion version, String template, String what, Person person, Map<String, Object> model) {
        String event = String.join(":", template, version.postId().toString(), Integer.toString(version.number()), what);
        outbox.enqueue(new MailRequest(event, template, new Recipient(person.id(), person.name(), person.address()),
                version.postId(), model));
    }

    private Map<String, Object> waiting(PostVersion version, Review review) {
        Map<String, Object> model = new HashMap<>();
        model.put("kind", version.content().kind().label());
        model.put("role", label(review.role()));
        model.put("riskClass", repository.routing(version.postId(), version.number()).orElseThrow().riskClass());
        model.put("link", "/camunda/app/tasklist/default/");
        model.put("due", review.dueAt());
        return model;
    }

    private static Map<String, Object> about(PostVersion version) {
        Map<String, Object> model = new HashMap<>();
        model.put("kind", version.content().kind().label());
        model.put("link", "/desk/posts/" + version.postId());
        return model;
    }

    private Review review(PostVersion version, String role) {
        return repository.reviews(version.postId(), version.number()).stream()
                .filter(review -> review.role().equals(role)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The role " + role + " was not asked."));
    }

    private List<Person> members(String role) {
        return Role.of(role).map(directory::members).orElse(List.of());
    }

    private static String label(String role) {
        return Role.of(role).map(Role::label).orElse(role);
    }
}
