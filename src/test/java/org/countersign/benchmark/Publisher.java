package org.countersign.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.countersign.account.Channel;
import org.countersign.people.Role;
import org.countersign.post.Desk;
import org.countersign.post.PostVersion;
import org.countersign.publishing.Deliveries;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A simulated publisher, who is asked when nobody knows whether a post is online: looks at what the public sees, and
 * answers what is there.
 */
final class Publisher {

    private static final String PERSON = "paul";

    private final ProcessEngine engine;
    private final Desk desk;
    private final Deliveries deliveries;
    private final URI server;

    Publisher(BeanFactory application, URI server) {
        this.engine = application.getBean(ProcessEngine.class);
        this.desk = application.getBean(Desk.class);
        this.deliveries = application.getBean(Deliveries.class);
        this.server = server;
    }

    /** Does everything that waits for a publisher. */
    void work() {
        engine.getIdentityService().setAuthentication(PERSON, List.of(Role.PUBLISHER.id()));
        try {
            for (Task task : engine.getTaskService().createTaskQuery().taskCandidateGroup(Role.PUBLISHER.id())
                    .includeAssignedTasks().list()) {
                if (task.getAssignee() == null) {
                    engine.getTaskService().claim(task.getId(), PERSON);
                }
                engine.getFormService().submitTaskForm(task.getId(), answers(task));
            }
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Map<String, Object> answers(Task task) {
        if (!task.getTaskDefinitionKey().equals("findOutByHand")) {
            throw new IllegalStateException("Nothing was turned away here, and still there is a task " + task.getName());
        }
        String text = text(task);
        JsonNode posts = RestClient.create().get().uri(server.resolve("/public")).accept(MediaType.APPLICATION_JSON).retrieve()
                .body(JsonNode.class);
        for (JsonNode status : posts) {
            if (status.path("text").asText().equals(text)) {
                return Map.of("finding", "online", "permalink", status.path("url").asText());
            }
        }
        return Map.of("finding", "sendAgain");
    }

    private String text(Task task) {
        Object delivery = engine.getTaskService().getVariable(task.getId(), "deliveryId");
        UUID post = deliveries.find(UUID.fromString(delivery.toString())).orElseThrow().postId();
        List<PostVersion> versions = desk.versions(post);
        return versions.get(versions.size() - 1).content().texts().get(Channel.MASTODON);
    }
}
