package org.countersign.browser;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.IdentityService;
import org.countersign.IntegrationTest;
import org.countersign.publishing.mastodon.server.LoopbackMastodonProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static org.assertj.core.api.Assertions.assertThat;

/** The whole job in browsers: four people, the running job executor, and a server of the network in its own process. */
@IntegrationTest
@TestPropertySource(properties = "camunda.bpm.job-execution.enabled=true")
@DirtiesContext
@RequiresChromium
class WholeJobIT {

    private static final String KIND = "Testimonial from outside";
    private static final String FIRST = "A neighbor wrote about our physical therapy team: \"They listened, and they "
            + "explained every step.\" Shared with her written permission.";
    private static final String SECOND = FIRST + " She was not paid for it.";
    private static final String ALT_TEXT = "A blue handrail beside three yellow steps";
    private static final String WANTED = "Say whether she was paid for her words.";

    private static final List<String> ACTS = List.of("Ana Alvarez submitted version 1",
            "Countersign screened version 1: found nothing, which does not mean that there is nothing",
            "Countersign sent version 1 (class R3) to Legal, Privacy",
            "Lena Brandt looked at version 1",
            "Lena Brandt asked for changes of version 1 for Legal",
            "Countersign concluded the review of version 1: changes are needed",
            "Countersign gave the post back: Changes requested",
            "Ana Alvarez submitted version 2",
            "Countersign screened version 2: found nothing, which does not mean that there is nothing",
            "Countersign sent version 2 (class R3) to Legal, Privacy",
            "Lena Brandt looked at version 2",
            "Lena Brandt approved version 2 for Legal",
            "Pia Moreau looked at version 2",
            "Pia Moreau approved version 2 for Privacy",
            "Countersign concluded the review of version 2: every required role approved",
            "Countersign began to publish version 2",
            "Countersign published it on mastodon-harborvale-127-0-0-1",
            "Countersign ended the publication of version 2: Published");

    @LocalServerPort
    private int port;
    @Autowired
    private IdentityService identities;
    @TempDir
    private Path files;
    private LoopbackMastodonProcess network;
    private Person paul;
    private Person ana;
    private Person lena;
    private Person pia;

    @BeforeEach
    void everybodyComesToWork() throws IOException {
        network = new LoopbackMastodonProcess(files.resolve("statuses.json"));
        // An author who could decide as a lawyer, too: on other people's posts.
        identities.createMembership("ana", "legal");
        paul = signedIn("paul");
        ana = signedIn("ana");
        lena = signedIn("lena");
        pia = signedIn("pia");
    }

    @AfterEach
    void everybodyGoesHome() throws IOException {
        for (AutoCloseable one : List.of(paul, ana, lena, pia, network)) {
            close(one);
        }
    }

    @Test
    void aPostGoesFromTheDraftToThePublicAndEveryActIsOnRecord() throws IOException {
        connectTheAccount();
        UUID post = anaSubmits();
        anaMayNotReviewHerOwnPost();
        lenaAsksForChanges();
        anaSubmitsAgain(post);
        lenaApprovesWhatChanged();
        piaIsRefusedThenApproves();
        carlApprovesWhereItWasDrawn(post);
        new DeskPages(ana.page).awaitState(post, "Published");
        thePublicSeesItOnce();
        theRecordShowsEveryAct(post);
    }

    private void connectTheAccount() {
        paul.open("/accounts");
        paul.page.$("#channel").selectOptionByValue("MASTODON");
        paul.page.$("#name").setValue("Harbor Vale on Mastodon");
        paul.page.$("#handle").setValue("@harborvale@127.0.0.1");
        paul.page.$("#server").setValue(network.base().toString());
        paul.page.$("#secret").setValue(LoopbackMastodonProcess.TOKEN);
        paul.page.$$("button").findBy(text("Save the account")).click();
        paul.page.$("table").shouldHave(text("Harbor Vale on Mastodon"));
        assertThat(paul.trouble()).isEmpty();
    }

    private UUID anaSubmits() throws IOException {
        DeskPages desk = new DeskPages(ana.page);
        desk.begin("Harbor Vale on Mastodon");
        desk.write(FIRST);
        desk.addPicture(Drawing.steps(files.resolve("steps.png")), ALT_TEXT);
        desk.kind("EXTERNAL_TESTIMONIAL_SHARE");
        ana.look("job-compose");
        UUID post = desk.submit();
        desk.awaitHolders(post, "Legal", "Privacy");
        ana.open("/desk").look("job-desk");
        assertThat(ana.trouble()).isEmpty();
        return post;
    }

    private void anaMayNotReviewHerOwnPost() {
        Tasklist tasks = new Tasklist(ana.page);
        tasks.openTask("Legal", KIND);
        tasks.claim();
        tasks.toldThat("You wrote or changed this post, so somebody else must review it.");
        assertThat(ana.trouble()).singleElement().asString().startsWith("400 POST").endsWith("/claim");
    }

    private void lenaAsksForChanges() throws IOException {
        Tasklist tasks = new Tasklist(lena.page);
        tasks.task("Legal", KIND).shouldHave(text("(R3)"), text("Due in"));
        lena.page.$(".ce-eol-banner").shouldNotBe(visible);
        lena.look("job-task-list", 900);
        tasks.openTask("Legal", KIND);
        tasks.claim();
        tasks.post().shouldHave(text("They listened"), text("Version"));
        lena.page.$("main img").shouldBe(visible);
        lena.page.switchTo().defaultContent();
        lena.look("job-task-post", 2200);
        tasks.form();
        tasks.choose("Your decision", "Request changes");
        tasks.fill("What must change?", WANTED);
        lena.look("job-task-changes", 1000);
        tasks.complete();
        tasks.completed();
        assertThat(lena.trouble()).isEmpty();
    }

    private void anaSubmitsAgain(UUID post) {
        DeskPages desk = new DeskPages(ana.page);
        desk.awaitState(post, "Changes requested");
        desk.openReturned("A neighbor wrote");
        ana.page.$("aside").shouldHave(text(WANTED), text("Legal"));
        desk.write(SECOND);
        desk.submit();
        desk.awaitHolders(post, "Legal", "Privacy");
        assertThat(ana.trouble()).isEmpty();
    }

    private void lenaApprovesWhatChanged() throws IOException {
        Tasklist tasks = new Tasklist(lena.page);
        tasks.openTask("Legal", KIND);
        tasks.claim();
        tasks.post().shouldHave(text("Changed since you last looked (version 1)"), text(WANTED));
        lena.page.$(".diff ins").shouldHave(text("She was not paid for it."));
        lena.page.switchTo().defaultContent();
        lena.look("job-task-diff", 2200);
        tasks.form();
        tasks.choose("Your decision", "Approve this version");
        tasks.answerSafely("legal");
        lena.look("job-task-form", 3200);
        tasks.complete();
        tasks.completed();
        assertThat(lena.trouble()).isEmpty();
    }

    private void piaIsRefusedThenApproves() throws IOException {
        Tasklist tasks = new Tasklist(pia.page);
        tasks.openTask("Privacy", KIND);
        tasks.claim();
        tasks.post().shouldHave(text("Changed since version 1"), text("You have not looked at an earlier version"));
        tasks.form();
        tasks.choose("Your decision", "Approve this version");
        tasks.answerSafely("privacy");
        tasks.choose("Is anyone identified without an authorization?", "Yes");
        tasks.complete();
        tasks.toldThat("With this answer the post cannot be approved");
        assertThat(pia.trouble()).singleElement().asString().startsWith("400 POST").endsWith("/submit-form");
        tasks.choose("Is anyone identified without an authorization?", "No");
        tasks.complete();
        tasks.completed();
        assertThat(pia.trouble()).isEmpty();
    }

    /** One post in ten, chosen by its digest, goes to compliance as well. */
    private void carlApprovesWhereItWasDrawn(UUID post) throws IOException {
        ana.open("/desk/posts/" + post);
        if (!ana.page.$("aside").getText().contains("Compliance")) {
            return;
        }
        try (Person carl = signedIn("carl")) {
            Tasklist tasks = new Tasklist(carl.page);
            tasks.openTask("Compliance", KIND);
            tasks.claim();
            tasks.form();
            tasks.choose("Your decision", "Approve this version");
            tasks.answerSafely("compliance");
            tasks.complete();
            tasks.completed();
        }
    }

    private void thePublicSeesItOnce() {
        JsonNode seen = network.posts();
        assertThat(seen).hasSize(1);
        assertThat(seen.at("/0/text").asText()).isEqualTo(SECOND);
        assertThat(seen.at("/0/media_attachments")).hasSize(1);
        assertThat(seen.at("/0/media_attachments/0/description").asText()).isEqualTo(ALT_TEXT);
    }

    private void theRecordShowsEveryAct(UUID post) throws IOException {
        lena.open("/records");
        lena.page.$$("tbody a").findBy(text(post.toString().substring(0, 8))).click();
        lena.page.$(".note.sound").shouldHave(text("unbroken"));
        assertThat(lena.page.$$(".timeline .act").texts()).map(act -> act.replace(", Compliance", ""))
                .containsSubsequence(ACTS);
        lena.look("job-record");
        assertThat(lena.trouble()).isEmpty();
    }

    private Person signedIn(String id) throws IOException {
        return Person.signedIn(id, "http://localhost:" + port);
    }

    private static void close(AutoCloseable one) throws IOException {
        try {
            one.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
