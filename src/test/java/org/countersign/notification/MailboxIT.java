package org.countersign.notification;

import org.countersign.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@IntegrationTest
class MailboxIT {

    @Autowired
    private WebApplicationContext application;
    @Autowired
    private Outbox outbox;
    @Autowired
    private MailStore store;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient jdbc;

    private MockMvc browser;

    @BeforeEach
    void open() {
        jdbc.sql("delete from mail").update();
        browser = MockMvcBuilders.webAppContextSetup(application).apply(springSecurity()).build();
    }

    @Test
    void isForAdministratorsOnly() throws Exception {
        Mail mail = enqueue("Dana Whitfield", "dana@harborvale.example");

        for (String page : List.of("/mailbox", "/mailbox/" + mail.id(), "/mailbox/" + mail.id() + "/html")) {
            browser.perform(get(page).with(administrator())).andExpect(status().isOk());
            browser.perform(get(page).with(user("lena")))
                    .andExpect(status().isForbidden());
            browser.perform(get(page).with(anonymous())).andExpect(redirectedUrlPattern("**/login"));
        }
    }

    @Test
    void saysThatNothingIsSentAndWhatToSet() throws Exception {
        assertThat(page("/mailbox")).contains("no mail server is configured", "spring.mail.host", "SPRING_MAIL_HOST",
                "countersign.mail.from", "countersign.base-url", "There are no mails here.");
    }

    @Test
    void listsTheNewestFirstByState() throws Exception {
        enqueue("First", "first@harborvale.example");
        enqueue("Second", null);

        assertThat(page("/mailbox")).containsSubsequence("<td>Second</td>", "Given up", "NoAddress", "<td>First</td>", "Waiting");
        assertThat(page("/mailbox?state=QUEUED")).contains("<td>First</td>").doesNotContain("<td>Second</td>");
        assertThat(page("/mailbox?state=FAILED")).contains("<td>Second</td>").doesNotContain("<td>First</td>");
        assertThat(page("/mailbox?state=SENT")).contains("There are no mails here.");
    }

    @Test
    void turnsPages() throws Exception {
        for (int number = 1; number <= 51; number++) {
            enqueue("Person " + number, "p@harborvale.example");
        }

        assertThat(page("/mailbox?state=QUEUED")).contains("<td>Person 51</td>", "<td>Person 2</td>", "state=QUEUED&amp;page=2")
                .doesNotContain("<td>Person 1</td>", "Newer mails");
        assertThat(page("/mailbox?page=2")).contains("<td>Person 1</td>", "Newer mails")
                .doesNotContain("<td>Person 2</td>", "Older mails");
        assertThat(page("/mailbox?page=-1")).contains("<td>Person 51</td>");
        assertThat(page("/mailbox?page=2147483647")).contains("There are no mails here.");
    }

    @Test
    void showsAMailInBothForms() throws Exception {
        Mail mail = enqueue("<script>alert(1)</script>", "dana@harborvale.example");

        assertThat(page("/mailbox/" + mail.id()))
                .contains("Hello &lt;script&gt;alert(1)&lt;/script&gt;,", "dana@harborvale.example", "Waiting",
                        "src=\"/mailbox/" + mail.id() + "/html\"", "sandbox=\"allow-popups")
                .doesNotContain("<script>alert");
        assertThat(page("/mailbox/" + mail.id() + "/html")).isEqualTo(mail.content().html());
    }

    @Test
    void letsNothingRunInTheHtmlOfAMail() throws Exception {
        Mail mail = enqueue("Dana Whitfield", "dana@harborvale.example");

        var answer = browser.perform(get("/mailbox/" + mail.id() + "/html").with(administrator()))
                .andReturn().getResponse();
        assertThat(answer.getHeaders("Content-Security-Policy")).singleElement().asString().contains("default-src 'none'", "sandbox", "frame-ancestors 'self'")
                .doesNotContain("allow-scripts", "allow-same-origin");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void answersWhatDoesNotExist() throws Exception {
        browser.perform(get("/mailbox/" + UUID.randomUUID()).with(administrator())).andExpect(status().isNotFound());
        browser.perform(get("/mailbox/1").with(administrator())).andExpect(status().isBadRequest());
        browser.perform(get("/mailbox?state=LOST").with(administrator())).andExpect(status().isBadRequest());
    }

    private String page(String address) throws Exception {
        return browser.perform(get(address).with(administrator())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();
    }

    private Mail enqueue(String name, String address) {
        UUID post = UUID.randomUUID();
        transaction.executeWithoutResult(status -> outbox.enqueue(new MailRequest("event" + post, "needs-new-time",
                new Recipient("dana", name, address), post, Map.of("kind", "Event", "link", "/desk"))));
        return store.page(null, 1, 0).get(0);
    }

    private static RequestPostProcessor administrator() {
        return user("admin");
    }
}
