package org.countersign.review;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.countersign.account.Account;
import org.countersign.account.Accounts;
import org.countersign.account.Channel;
import org.countersign.post.ContentDigest;
import org.countersign.post.Desk;
import org.countersign.post.Media;
import org.countersign.post.MediaItem;
import org.countersign.post.MediaLibrary;
import org.countersign.post.Post;
import org.countersign.post.PostContent;
import org.countersign.post.PostKind;
import org.countersign.post.Schedule;
import org.countersign.post.ServiceLine;
import org.springframework.context.ApplicationContext;

import javax.imageio.ImageIO;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes posts through the real loop in tests: as the desk and the job executor do it, with accounts on which people post by
 * hand.
 */
public final class PostLoop {

    public static final String LINKEDIN = "linkedin-loop";
    public static final String FACEBOOK = "facebook-loop";

    private final Desk desk;
    private final Accounts accounts;
    private final MediaLibrary library;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final ManagementService management;

    public PostLoop(ApplicationContext application) {
        desk = application.getBean(Desk.class);
        accounts = application.getBean(Accounts.class);
        library = application.getBean(MediaLibrary.class);
        tasks = application.getBean(TaskService.class);
        runtime = application.getBean(RuntimeService.class);
        management = application.getBean(ManagementService.class);
        connect(LINKEDIN, Channel.LINKEDIN, "Harbor Vale Hospital", "company/harbor-vale");
        connect(FACEBOOK, Channel.FACEBOOK, "Harbor Vale", "harborvale");
    }

    private void connect(String id, Channel channel, String name, String handle) {
        if (accounts.find(id).isEmpty()) {
            accounts.save(new Account(id, channel, Account.MANUAL, name, handle, null, true), null, "admin");
        }
    }

    /** A picture of one color, uploaded by ana. */
    public MediaItem picture(Color color, String altText) {
        BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Media media = library.add("picture.png", bytes.toByteArray(), "ana");
        return new MediaItem(media.id(), media.sha256(), media.contentType(), media.fileName(), altText, null, null);
    }

    /** A ranking that legal has to review, for LinkedIn. */
    public static PostContent ranking(String text, MediaItem... pictures) {
        Instant tomorrow = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(1, ChronoUnit.DAYS);
        PostContent ranking = ranking(text, tomorrow, pictures);
        while (sampled(ranking)) {
            tomorrow = tomorrow.plusSeconds(1);
            ranking = ranking(text, tomorrow, pictures);
        }
        return ranking;
    }

    /** Compliance sees one post in ten of this class, chosen by the digest: a test that asks legal alone takes another. */
    private static boolean sampled(PostContent content) {
        return Integer.parseInt(ContentDigest.of(content).substring(0, 2), 16) < 26;
    }

    private static PostContent ranking(String text, Instant time, MediaItem... pictures) {
        return new PostContent(PostKind.AWARD_RANKING, Map.of(Channel.LINKEDIN, text), List.of(), List.of(pictures),
                List.of(LINKEDIN), new Schedule(time, time.plus(2, ChronoUnit.DAYS), ZoneId.of("America/New_York")),
                false, false, ServiceLine.GENERAL, false, false);
    }

    /** Written and submitted by ana, screened and routed. */
    public UUID submitted(PostContent content) {
        Post post = desk.create(content, "ana");
        desk.submit(post.id(), post.revision(), "ana");
        runJobs(post.id());
        return post.id();
    }

    /** Changed and submitted again by ana, screened and routed. */
    public void changed(UUID postId, PostContent content) {
        Post post = desk.save(postId, desk.find(postId).revision(), content, "ana");
        desk.submit(postId, post.revision(), "ana");
        runJobs(postId);
    }

    /** Runs everything that waits for the job executor and not for the clock. */
    public void runJobs(UUID postId) {
        for (List<Job> jobs = due(postId); !jobs.isEmpty(); jobs = due(postId)) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> due(UUID postId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(postId.toString()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).messages()
                        .withRetriesLeft().list().stream()).toList();
    }

    /** The open task of a role. */
    public Task task(UUID postId, String role) {
        return tasks.createTaskQuery().processInstanceBusinessKey(postId.toString()).taskCandidateGroup(role)
                .includeAssignedTasks().singleResult();
    }

    /** The task of a publisher, in a process of its own that begins at the task: the post need not be approved. */
    public Task postByHand(UUID postId, UUID deliveryId) {
        String process = runtime.createProcessInstanceByKey("publish-post").businessKey(postId.toString())
                .setVariables(Map.of("deliveryId", deliveryId.toString(), "byHand", true, "accountName", "LinkedIn"))
                .startBeforeActivity("postByHand").execute().getId();
        return tasks.createTaskQuery().processInstanceId(process).singleResult();
    }

    /** The open task of the author. */
    public Task authorsTask(UUID postId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(postId.toString()).taskAssignee("ana").singleResult();
    }
}
