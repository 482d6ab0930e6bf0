package org.countersign.notification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MailRendererTest {

    private static final UUID POST = UUID.fromString("3f2a91bc-0000-4000-8000-000000000001");
    private static final Map<String, Object> VALUES = Map.ofEntries(
            Map.entry("role", "Legal"), Map.entry("kind", "Clinical claim"), Map.entry("riskClass", 3),
            Map.entry("since", Instant.parse("2026-11-25T20:00:00Z")),
            Map.entry("due", Instant.parse("2026-11-27T20:00:00Z")),
            Map.entry("task", "Legal review: Clinical claim (R3)"), Map.entry("standing", "overdue by 3 business hours"),
            Map.entry("onBehalfOf", "Mia Stone"), Map.entry("count", 62), Map.entry("more", 60),
            Map.entry("items", List.of(item("Legal review", "Lena Ortiz"), item("Post by hand", "Publisher"))),
            Map.entry("holders", List.of("Lena Ortiz", "Ben Abara")),
            Map.entry("claimedBy", "Ben Abara"), Map.entry("publishAt", Instant.parse("2026-07-01T14:30:00Z")),
            Map.entry("publishedAt", Instant.parse("2026-07-01T14:31:00Z")), Map.entry("account", "Harbor Vale Mastodon"),
            Map.entry("accounts", List.of("Harbor Vale Mastodon", "Harbor Vale Bluesky")),
            Map.entry("modules", List.of("Replies and reviews in safe language")),
            Map.entry("outcome", "No answer came"), Map.entry("step", "Workgroup"),
            Map.entry("entity", "Harbor Vale Hospital"), Map.entry("quarter", "Q3 2026"),
            Map.entry("link", "/camunda/app/tasklist/default/#/?task=42"));

    private final MailRenderer renderer = new MailRenderer(
            new NotificationProperties(URI.create("https://desk.harborvale.example/"), new NotificationProperties.Mail("a@b")),
            ZoneId.of("America/New_York"));

    @ParameterizedTest
    @EnumSource
    void writesEveryMailInBothForms(MailTemplate template) {
        Map<String, Object> model = modelOf(template);

        RenderedMail mail = renderer.render(request(template.fileName(), "Dana Whitfield", model));

        String link = "https://desk.harborvale.example/camunda/app/tasklist/default/#/?task=42";
        assertThat(mail.subject()).contains(switch (template) {
                    case TASK_DIGEST -> "62 tasks wait";
                    case TRAINING_DUE -> "Training";
                    case REPORT_READY, REPORT_UNACKNOWLEDGED -> "Q3 2026";
                    default -> "3f2a91bc";
                })
                .hasSizeLessThan(100);
        assertThat(mail.text()).startsWith("Hello Dana Whitfield,").contains(link).doesNotContain("null", "[(", "${", " th:");
        assertThat(mail.html()).startsWith("<!DOCTYPE html>").contains("Dana Whitfield", "href=\"" + link + "\"")
                .doesNotContain("null", "${", " th:", "<img");
        model.forEach((key, value) -> {
            if (value instanceof String shown && !key.equals("link")) {
                assertThat(mail.text()).as(key).contains(shown);
                assertThat(mail.html()).as(key).contains(shown);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void doesWithoutTheOptionalValues(MailTemplate template) {
        Map<String, Object> model = modelOf(template);
        template.optional().forEach(key -> model.put(key, null));

        RenderedMail mail = renderer.render(request(template.fileName(), "Dana Whitfield", model));

        assertThat(mail.text() + mail.html()).doesNotContain("null");
    }

    @Test
    void saysWhatWaitsOnWhomAndSinceWhen() {
        RenderedMail mail = renderer.render(request("task-escalation", "Dana Whitfield", modelOf(MailTemplate.TASK_ESCALATION)));

        assertThat(mail.subject()).isEqualTo("Escalated: Legal review: Clinical claim (R3), reference 3f2a91bc");
        assertThat(mail.text()).isEqualTo("""
                Hello Dana Whitfield,

                A task waits for somebody to act: overdue by 3 business hours. You get this mail because you are named as \
                the person to turn to.

                Task:          Legal review: Clinical claim (R3)
                Reference:     3f2a91bc
                Role:          Legal
                Held by:       Lena Ortiz, Ben Abara
                Taken by:      Ben Abara
                Class:         R3
                You stand in:  for Mia Stone
                Waiting since: Wednesday, November 25, 2026, 3:00 PM EST
                Due:           Friday, November 27, 2026, 3:00 PM EST

                https://desk.harborvale.example/camunda/app/tasklist/default/#/?task=42

                If nobody acts, nothing goes on: silence is never an approval. You will be told again until somebody decides.

                Countersign wrote this mail. It carries no text of the post on purpose: sign in to read it.
                """);
    }

    @Test
    void listsManyTasksInOneMail() {
        RenderedMail mail = renderer.render(request("task-digest", "Dana Whitfield", modelOf(MailTemplate.TASK_DIGEST)));

        assertThat(mail.subject()).isEqualTo("62 tasks wait");
        assertThat(mail.text()).isEqualTo("""
                Hello Dana Whitfield,

                62 tasks wait, the most urgent first.

                Legal review, reference 3f2a91bc
                  Stands:        overdue by 3 business hours
                  Waits on:      Lena Ortiz
                  You are told:  as Supervisor
                  Waiting since: Wednesday, November 25, 2026, 3:00 PM EST
                  Due:           Friday, November 27, 2026, 3:00 PM EST
                  https://desk.harborvale.example/camunda/app/tasklist/default/#/?task=7

                Post by hand, reference 3f2a91bc
                  Stands:        overdue by 3 business hours
                  Waits on:      Publisher
                  You are told:  as Supervisor
                  Waiting since: Wednesday, November 25, 2026, 3:00 PM EST
                  Due:           Friday, November 27, 2026, 3:00 PM EST
                  https://desk.harborvale.example/camunda/app/tasklist/default/#/?task=7

                And 60 more, which are not listed here.

                All tasks: https://desk.harborvale.example/camunda/app/tasklist/default/#/?task=42

                If nobody acts, nothing goes on: silence is never an approval.

                Countersign wrote this mail. It carries no text of the post on purpose: sign in to read it.
                """);
        assertThat(mail.html()).contains(">Legal review</a>", "Lena Ortiz", "overdue by 3 business hours",
                "https://desk.harborvale.example/camunda/app/tasklist/default/#/?task=7", "<span>60</span> more");
    }

    @Test
    void knowsTheWordingOfATemplateByItsHash() {
        assertThat(TemplateVersions.of("task-digest")).matches("[0-9a-f]{12}").isEqualTo(TemplateVersions.of("task-digest"))
                .isNotEqualTo(TemplateVersions.of("task-reminder"));
    }

    private static WaitingItem item(String task, String on) {
        return new WaitingItem(task, "3f2a91bc", on, "overdue by 3 business hours", "Supervisor", Instant.parse("2026-11-25T20:00:00Z"),
                Instant.parse("2026-11-27T20:00:00Z"), "/camunda/app/tasklist/default/#/?task=7");
    }

    @Test
    void namesTheZoneOfTheSeason() {
        Map<String, Object> model = modelOf(MailTemplate.POST_APPROVED);

        assertThat(renderer.render(request("post-approved", "Dana Whitfield", model)).text())
                .contains("Wednesday, July 1, 2026, 10:30 AM EDT");
    }

    @Test
    void escapesNamesInHtmlAndKeepsThemOnOneLine() {
        Map<String, Object> model = modelOf(MailTemplate.REVIEW_ASSIGNED);
        model.put("role", "Legal\r\nBcc: everybody@example.org");

        RenderedMail mail = renderer.render(request("review-assigned", "<script>alert(1)</script> & Co", model));

        assertThat(mail.html()).contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co").doesNotContain("<script");
        assertThat(mail.text()).startsWith("Hello <script>alert(1)</script> & Co,");
        assertThat(mail.subject()).isEqualTo("Review wanted: Legal Bcc: everybody@example.org, post 3f2a91bc");
    }

    @Test
    void refusesValuesThatTheMailDoesNotShow() {
        Map<String, Object> model = modelOf(MailTemplate.POST_APPROVED);
        model.put("text", "Our patient Maria is home again");

        assertThatIllegalArgumentException().isThrownBy(() -> renderer.render(request("post-approved", "Dana", model)))
                .withMessage("The mail post-approved does not show [text]");
    }

    @Test
    void refusesAModelWithoutAValueThatIsNeeded() {
        Map<String, Object> model = modelOf(MailTemplate.REVIEW_ASSIGNED);
        model.remove("due");
        model.put("link", null);

        assertThatIllegalArgumentException().isThrownBy(() -> renderer.render(request("review-assigned", "Dana", model)))
                .withMessage("The mail review-assigned needs [due, link]");
    }

    @Test
    void refusesATemplateThatDoesNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> renderer.render(request("../layout", "Dana", Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example/", "desk"})
    void linksOnlyToTheApplication(String link) {
        Map<String, Object> model = modelOf(MailTemplate.POST_APPROVED);
        model.put("link", link);

        assertThatIllegalArgumentException().isThrownBy(() -> renderer.render(request("post-approved", "Dana", model)));
    }

    private static Map<String, Object> modelOf(MailTemplate template) {
        Map<String, Object> model = new HashMap<>(VALUES);
        model.keySet().removeIf(key -> !template.required().contains(key) && !template.optional().contains(key)
                && !key.equals("link"));
        return model;
    }

    private static MailRequest request(String template, String name, Map<String, Object> model) {
        return new MailRequest("event", template, new Recipient("dana", name, "dana@example.org"), POST, model);
    }
}
