package org.countersign.browser;

import com.codeborne.selenide.SelenideElement;
import org.countersign.people.Role;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who decides for a role in Tasklist. After each act nothing may have gone wrong behind the page.
 */
final class Reviewer implements AutoCloseable {

    final Person person;
    final Tasklist tasks;

    private final Role role;

    Reviewer(Person person, Role role) {
        this.person = person;
        this.role = role;
        this.tasks = new Tasklist(person.page);
    }

    /** Takes the task from the list of the role. */
    void take(String kind) {
        tasks.openTask(role.label(), kind);
        tasks.claim();
    }

    /** Tries to take a task that this person may not decide on. */
    void isRefused(String kind, String sentence) {
        take(kind);
        refused("/claim", sentence);
        // Tasklist goes on asking for the task that it shows, also when somebody else has completed it.
        person.open("/desk");
    }

    /** The post in its tab, until {@link #look} or the form. */
    SelenideElement post() {
        return tasks.post();
    }

    /** Pictures of the whole of Tasklist. */
    void look(String name, int height) throws IOException {
        person.page.switchTo().defaultContent();
        person.look(name, height);
    }

    void askForChanges(String words) {
        tasks.form();
        tasks.choose("Your decision", "Request changes");
        tasks.fill("What must change?", words);
        complete();
    }

    /** Answers the checklist in the way that lets the post pass. */
    void fillInApproval() {
        tasks.form();
        tasks.choose("Your decision", "Approve this version");
        tasks.answerSafely(role.id());
    }

    void complete() {
        tasks.complete();
        tasks.completed();
        assertThat(person.trouble()).isEmpty();
    }

    /** Takes, reads and approves. */
    void approve(String kind) {
        take(kind);
        post();
        fillInApproval();
        complete();
    }

    /** The engine refuses what was just tried, and Tasklist says why. */
    void refused(String call, String sentence) {
        tasks.toldThat(sentence);
        assertThat(person.trouble()).singleElement().asString().startsWith("400 POST").endsWith(call);
    }

    @Override
    public void close() throws IOException {
        person.close();
    }
}
