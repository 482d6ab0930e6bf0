package org.countersign.publishing;

import org.countersign.account.Accounts;
import org.countersign.notification.MailRequest;
import org.countersign.notification.Outbox;
import org.countersign.notification.Recipient;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.countersign.post.PostVersion;
import org.countersign.post.Posts;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who is told what about a publication: publishers when one of them must act, the author when the post is out.
 */
@Component
public class PublicationMails {

    private static final String TASKS = "/camunda/app/tasklist/default/";

    private final Outbox outbox;
    private final Directory directory;
    private final Accounts accounts;
    private final Posts posts;
    private final Deliveries deliveries;
    private final Clock clock;

    PublicationMails(Outbox outbox, Directory directory, Accounts accounts, Posts posts, Deliveries deliveries,
                     Clock clock) {
        this.outbox = outbox;
        this.directory = directory;
        this.accounts = accounts;
        this.posts = posts;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Tells publishers that a post waits to be posted by hand. */
    public void byHand(Delivery delivery, String taskId) {
        Map<String, Object> model = about(delivery);
        model.put("due", version(delivery).content().schedule().notAfter());
        toPublishers(delivery, "post-by-hand", taskId, model);
    }

    /** Tells publishers that a person must decide. */
    public void problem(Delivery delivery, String taskId, String outcome) {
        Map<String, Object> model = about(delivery);
        model.put("outcome", outcome);
        toPublishers(delivery, "publishing-problem", taskId, model);
    }

    /** Tells the author where the version is online; nobody is told when it is nowhere. */
    public void published(UUID postId, int versionNumber) {
        PostVersion version = posts.version(postId, versionNumber).orElseThrow();
        List<String> online = deliveries.of(postId, versionNumber).stream()
                .filter(delivery -> delivery.state().online()).map(delivery -> label(delivery.accountId())).toList();
        if (online.isEmpty()) {
            return;
        }
        Map<String, Object> model = Map.of("kind", version.content().kind().label(), "accounts", online,
                "publishedAt", clock.instant(), "link", "/desk/posts/" + postId);
        directory.find(version.submittedBy()).ifPresent(author ->
                send("post-published:" + postId + ":" + versionNumber, "post-published", author, version, model));
    }

    private void toPublishers(Delivery delivery, String template, String taskId, Map<String, Object> model) {
        directory.members(Role.PUBLISHER).forEach(person ->
                send(template + ":" + taskId, template, person, version(delivery), model));
    }

    private void send(String event, String template, Person person, PostVersion version, Map<String, Object> model) {
        outbox.enqueue(new MailRequest(event, template, new Recipient(person.id(), person.name(), person.address()),
                version.postId(), model));
    }

    private Map<String, Object> about(Delivery delivery) {
        Map<String, Object> model = new HashMap<>();
        model.put("kind", version(delivery).content().kind().label());
        model.put("account", label(delivery.accountId()));
        model.put("link", TASKS);
        return model;
    }

    private PostVersion version(Delivery delivery) {
        return posts.version(delivery.postId(), delivery.versionNumber()).orElseThrow();
    }

    private String label(String accountId) {
        return accounts.find(accountId).map(account -> account.channel().label() + ": " + account.name())
                .orElse(accountId);
    }
}
