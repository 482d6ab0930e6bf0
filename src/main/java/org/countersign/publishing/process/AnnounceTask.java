package org.countersign.publishing.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.countersign.post.Posts;
import org.countersign.publishing.Deliveries;
import org.countersign.publishing.Delivery;
import org.countersign.publishing.PublicationMails;
import org.springframework.stereotype.Component;

import java.util.Date;
import java.util.UUID;

/**
 * Names a task of a publisher after the account it is about, gives it the end of the window as its due date, and tells
 * the publishers that one of them must act.
 */
@Component
class AnnounceTask implements TaskListener {

    private final Deliveries deliveries;
    private final Posts posts;
    private final PublicationMails mails;

    AnnounceTask(Deliveries deliveries, Posts posts, PublicationMails mails) {
        this.deliveries = deliveries;
        this.posts = posts;
        this.mails = mails;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID id = UUID.fromString((String) task.getVariable(PublicationVariables.DELIVERY_ID));
        Delivery delivery = deliveries.find(id).orElseThrow();
        task.setName(task.getName() + " (" + task.getVariable(PublicationVariables.ACCOUNT_NAME) + ")");
        task.setDueDate(Date.from(posts.version(delivery.postId(), delivery.versionNumber()).orElseThrow()
                .content().schedule().notAfter()));
        switch (task.getTaskDefinitionKey()) {
            case PostByHandTask.TASK -> mails.byHand(delivery, task.getId());
            case DecideOnRefusalTask.TASK -> mails.problem(delivery, task.getId(), "It was turned away.");
            case FindOutByHandTask.TASK -> mails.problem(delivery, task.getId(),
                    "Nobody knows whether it arrived.");
            default -> throw new IllegalStateException("Not a task of a publisher: " + task.getTaskDefinitionKey());
        }
    }
}
