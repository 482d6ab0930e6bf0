package org.countersign.web;

import com.codeborne.selenide.CollectionCondition;
import com.codeborne.selenide.Condition;
import com.codeborne.selenide.SelenideDriver;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.countersign.IntegrationTest;
import org.countersign.browser.Browser;
import org.countersign.browser.RequiresChromium;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Dimension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import java.io.IOException;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in, and Tasklist as reviewers see it. */
@IntegrationTest
@RequiresChromium
class TasklistIT {

    @LocalServerPort
    private int port;
    @Autowired
    private TaskService tasks;
    @Autowired
    private AuthorizationService authorizations;
    private Task task;

    @BeforeEach
    void giveLegalATask() {
        task = tasks.newTask();
        task.setName("Look at this");
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), "legal");
        Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        read.setGroupId("legal");
        read.setResource(Resources.TASK);
        read.setResourceId(task.getId());
        read.addPermission(Permissions.READ);
        authorizations.saveAuthorization(read);
    }

    @AfterEach
    void removeIt() {
        tasks.deleteTask(task.getId(), true);
    }

    @Test
    void aReviewerFindsHerTasksAndThePostBesideTheForm() throws IOException {
        try (Browser browser = Browser.open("http://localhost:" + port)) {
            SelenideDriver page = signIn(browser, "lena");
            page.$$(".task-filter .name").shouldHave(
                    CollectionCondition.texts("My tasks", "Counsel and records: waiting", "Legal: waiting"));
            page.$(".ce-eol-banner").shouldNotBe(Condition.visible);
            page.$(".create-task-action").should(Condition.exist).shouldNotBe(Condition.visible);
            page.$(".start-process-action").should(Condition.exist).shouldNotBe(Condition.visible);

            page.$$(".task-filter .name").findBy(Condition.text("Legal: waiting")).click();
            page.$$(".tasks-list .task").findBy(Condition.text("Look at this")).click();
            page.$$(".nav-tabs a").findBy(Condition.text("Post")).click();
            page.$("iframe[title=Post]").shouldHave(Condition.attributeMatching("src", ".*/review/tasks/" + task.getId()));
            browser.screenshot("tasklist");
        }
    }

    @Test
    void loggingOutInTasklistLeadsToOurOwnSignIn() throws IOException {
        try (Browser browser = Browser.open("http://localhost:" + port)) {
            SelenideDriver page = signIn(browser, "lena");
            page.$(".account").click();
            page.$$("a").findBy(Condition.text("Log out")).click();
            page.$("[role=status]").shouldHave(Condition.text("You are signed out"));
            page.open("/camunda/app/tasklist/default/");
            page.$("input[name=password]").shouldBe(Condition.visible);
        }
    }

    @Test
    void theSignInPageFitsATelephoneAndSaysWhatWasWrong() throws IOException {
        try (Browser browser = Browser.open("http://localhost:" + port)) {
            SelenideDriver page = browser.page();
            page.open("/login");
            page.getWebDriver().manage().window().setSize(new Dimension(390, 800));
            page.$("input[name=username]").setValue("nobody");
            page.$("input[name=password]").setValue("wrong");
            page.$("button[type=submit]").click();
            page.$("[role=alert]").shouldHave(Condition.text("The name or the password is wrong"));
            Boolean fits = page.executeJavaScript("return document.documentElement.scrollWidth <= window.innerWidth");
            assertThat(fits).isTrue();
            browser.screenshot("sign-in");
        }
    }

    private static SelenideDriver signIn(Browser browser, String person) {
        SelenideDriver page = browser.page();
        page.open("/camunda/app/tasklist/default/");
        page.$("input[name=username]").setValue(person);
        page.$("input[name=password]").setValue(Visitor.PASSWORD);
        page.$("button[type=submit]").click();
        page.$(".tasks-list").shouldBe(Condition.visible);
        return page;
    }
}
