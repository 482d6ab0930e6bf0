package org.countersign.browser;

import com.fasterxml.jackson.databind.JsonNode;
import org.camunda.bpm.engine.IdentityService;
import org.countersign.IntegrationTest;
import org.countersign.people.Role;
import org.countersign.publishing.mastodon.server.LoopbackMastodonProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import java.io.IOException;
import java.nio.file.Path;
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

    private static final String ACCOUNT = "Harbor Vale on Mastodon";
    private static final String KIND = "Testimonial from outside";
    private static final String FIRST = "A neighbor wrote about our physical therapy team: \"They listened, and they "
            + "explained every step.\" Shared with her written permission.";
    private static final String ADDED = "She was not paid for it.";
    private static final String ALT_TEXT = "A blue handrail beside three yellow steps";
    private static final String WANTED = "Say whether she was paid for her words.";

    @LocalServerPort
    private int port;
    @Autowired
    private IdentityService identities;
    @TempDir
    private Path files;

    @Test
    void aPostGoesFromTheDraftToThePublicAndEveryActIsOnRecord() throws IOException {
        // An author who could decide as a lawyer, too: on other people's posts.
        identities.createMembership("ana", Role.LEGAL.id());
        try (LoopbackMastodonProcess network = new LoopbackMastodonProcess(files.resolve("statuses.json"));
             Person paul = signedIn("paul");
             Person ana = signedIn("ana");
             Reviewer lena = new Reviewer(signedIn("lena"), Role.LEGAL);
             Reviewer pia = new Reviewer(signedIn("pia"), Role.PRIVACY)) {
            new PublisherPages(paul.page).connect(ACCOUNT, "@harborvale@127.0.0.1", network);
            assertThat(paul.trouble()).isEmpty();
            UUID post = anaSubmits(ana);
            new Reviewer(ana, Role.LEGAL).isRefused(KIND, "You wrote or changed this post");
            lenaAsksForChanges(lena);
            anaSubmitsAgain(ana, post);
            lenaApprovesWhatChanged(lena);
            piaIsRefusedThenApproves(pia);
            complianceApprovesWhereItWasDrawn(ana, post);
            new DeskPages(ana.page).awaitState(post, "Published");
            assertThat(network.posts()).singleElement().satisfies(WholeJobIT::isWhatWasApproved);
            theRecordShowsEveryAct(lena.person, post);
        }
    }

    private UUID anaSubmits(Person ana) throws IOException {
        DeskPages desk = new DeskPages(ana.page);
        desk.begin(ACCOUNT);
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

    private void lenaAsksForChanges(Reviewer lena) throws IOException {
        lena.tasks.task("Legal", KIND).shouldHave(text("(R3)"), text("Due in"));
        lena.person.page.$(".ce-eol-banner").shouldNotBe(visible);
        lena.look("job-task-list", 900);
        lena.take(KIND);
        lena.post().shouldHave(text(FIRST), text(ALT_TEXT)).$("img").shouldBe(visible);
        lena.look("job-task-post", 2200);
        lena.askForChanges(WANTED);
    }

    private void anaSubmitsAgain(Person ana, UUID post) {
        DeskPages desk = new DeskPages(ana.page);
        desk.awaitState(post, "Changes requested");
        desk.openReturned(FIRST);
        ana.page.$("aside").shouldHave(text(WANTED));
        desk.write(FIRST + " " + ADDED);
        desk.submit();
        desk.awaitHolders(post, "Legal", "Privacy");
        assertThat(ana.trouble()).isEmpty();
    }

    private void lenaApprovesWhatChanged(Reviewer lena) throws IOException {
        lena.take(KIND);
        lena.post().shouldHave(text("Changed since you last looked (version 1)"), text(WANTED))
                .$(".diff ins").shouldHave(text(ADDED));
        lena.look("job-task-diff", 2200);
        lena.fillInApproval();
        lena.look("job-task-form", 2400);
        lena.complete();
    }

    private void piaIsRefusedThenApproves(Reviewer pia) {
        pia.take(KIND);
        pia.post().shouldHave(text("Changed since version 1"), text("You have not looked at an earlier version"));
        pia.fillInApproval();
        pia.tasks.choose("Is anyone identified without an authorization?", "Yes");
        pia.tasks.complete();
        pia.refused("/submit-form", "With this answer the post cannot be approved");
        pia.tasks.choose("Is anyone identified without an authorization?", "No");
        pia.complete();
    }

    /** One post in ten, chosen by its digest. */
    private void complianceApprovesWhereItWasDrawn(Person ana, UUID post) throws IOException {
        if (new DeskPages(ana.page).heldBy(post, "Compliance")) {
            try (Reviewer carl = new Reviewer(signedIn("carl"), Role.COMPLIANCE)) {
                carl.approve(KIND);
            }
        }
    }

    private static void isWhatWasApproved(JsonNode status) {
        assertThat(status.path("text").asText()).isEqualTo(FIRST + " " + ADDED);
        assertThat(status.path("media_attachments")).singleElement()
                .satisfies(picture -> assertThat(picture.path("description").asText()).isEqualTo(ALT_TEXT));
    }

    private void theRecordShowsEveryAct(Person lena, UUID post) throws IOException {
        assertThat(new RecordPages(lena.page).acts(post)).containsSubsequence(RecordPages.ACTS);
        lena.look("job-record");
        assertThat(lena.trouble()).isEmpty();
    }

    private Person signedIn(String id) throws IOException {
        return Person.signedIn(id, "http://localhost:" + port);
    }
}
