package org.countersign.oversight;

import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.countersign.ReviewForm;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.adoption.AcceptedProgram;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.post.Desk;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.PostVersion;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;
import org.countersign.review.PostLoop;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An entity of its own with an account, and posts for it that went through the real loop. */
final class FigurePosts {

    final String entity = "figures-" + UUID.randomUUID().toString().substring(0, 8);

    private final PostLoop loop;
    private final Desk desk;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identities;

    FigurePosts(ApplicationContext application) {
        loop = new PostLoop(application);
        desk = application.getBean(Desk.class);
        tasks = application.getBean(TaskService.class);
        forms = application.getBean(FormService.class);
        identities = application.getBean(IdentityService.class);
        application.getBean(Entities.class).add(new Entity(entity, "Entity " + entity), "admin");
        application.getBean(Accounts.class).save(new Account(entity, Channel.FACEBOOK, Account.MANUAL, entity, entity, null,
                true), null, "admin");
        application.getBean(JdbcClient.class).sql("update account set entity = ? where id = ?").params(entity, entity).update();
        AcceptedProgram.of(entity, application);
    }

    PostContent event(String text) {
        return new PostContent(PostKind.EVENT, Map.of(Channel.FACEBOOK, text), List.of(), List.of(), List.of(entity),
                new Schedule(null, Instant.now().plus(Duration.ofDays(3)), ZoneId.of("America/New_York")), false, false,
                ServiceLine.GENERAL, false, false);
    }

    UUID submitted(String text) {
        return loop.submitted(event(text));
    }

    void changed(UUID post, String text) {
        loop.changed(post, event(text));
    }

    void approved(UUID post, String role, String person) {
        Map<String, Object> answers = new HashMap<>(ReviewForm.of(role).safeAnswers());
        answers.putAll(Map.of("digest", digest(post), "decision", "approve"));
        decide(post, role, person, answers);
    }

    void returned(UUID post, String role, String person) {
        decide(post, role, person, Map.of("digest", digest(post), "decision", "changes", "changes", "Say when it begins."));
    }

    void rejected(UUID post, String role, String person, String reason) {
        decide(post, role, person, Map.of("digest", digest(post), "decision", "reject", "rejectReason", reason,
                "rejectNote", "Not now."));
    }

    private void decide(UUID post, String role, String person, Map<String, Object> answers) {
        Task task = loop.task(post, role);
        identities.setAuthentication(person, identities.createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId()).toList());
        try {
            tasks.claim(task.getId(), person);
            forms.submitTaskForm(task.getId(), answers);
        } finally {
            identities.clearAuthentication();
        }
        loop.runJobs(post);
    }

    private String digest(UUID post) {
        List<PostVersion> versions = desk.versions(post);
        return versions.get(versions.size() - 1).digest();
    }
}
