package org.countersign.browser;

import org.countersign.IntegrationTest;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Role;
import org.countersign.training.Learner;
import org.countersign.training.Policies;
import org.countersign.training.PolicySigning;
import org.countersign.training.PolicyVersion;
import org.countersign.training.Training;
import org.countersign.web.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;

/** The pages of training and policy against WCAG 2.1 A and AA, on a desk and on a telephone. */
@IntegrationTest
@RequiresChromium
class TrainingLookIT {

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Entities entities;
    @Autowired
    private Training training;
    @Autowired
    private Policies policies;
    @Autowired
    private PolicySigning signing;

    @Test
    void whoLearnsMeetsNoBarrier() throws IOException {
        launched("look-training");
        Learner.hire(application, "lukas", Role.AUTHOR);
        try (Person lukas = Person.signedIn("lukas", base())) {
            lukas.open("/training").look("page-training");
            lukas.open("/training/T6").look("page-training-module");
            lukas.open("/training/T1");
            lukas.page.$$("fieldset").forEach(question -> question.$("input").click());
            lukas.page.$("[name=confirmed]").click();
            lukas.page.$("main form button").click();
            lukas.page.$("[role=alert]").shouldHave(text("Look again at question"));
            lukas.look("page-training-failed");
        }
    }

    @Test
    void whoAnswersForTrainingMeetsNoBarrier() throws IOException {
        launched("look-training");
        try (Person hugo = Person.signedIn("hugo", base())) {
            hugo.open("/training/coverage").look("page-training-coverage");
        }
    }

    @Test
    void whoWritesAndSignsThePolicyMeetsNoBarrier() throws IOException {
        launched("look-policy");
        try (Person carl = Person.signedIn("carl", base()); Person lena = Person.signedIn("lena", base())) {
            carl.open("/policy?entity=look-policy").look("page-policy-none");
            carl.page.$$("button").findBy(text("Write the first version")).click();
            carl.page.$("#personal-use").setValue("Be civil. Employees must not discuss pay or staffing in public.");
            carl.page.$$("button").findBy(text("Submit for signature")).click();
            carl.page.$("[role=alert]").shouldBe(visible);
            carl.look("page-policy-draft");

            PolicyVersion draft = policies.inWork("look-policy").orElseThrow();
            Map<String, String> sections = new HashMap<>(draft.sections());
            sections.put("personal-use", "Never share patient information in any form.");
            PolicyVersion saved = policies.save(draft.id(), draft.revision(), draft.title(), sections, Map.of(), "carl");
            PolicyVersion frozen = policies.submit(draft.id(), saved.revision(), "carl");
            lena.open("/policy/versions/" + draft.id());
            lena.page.$("#password").setValue("wrong").pressEnter();
            lena.page.$("[role=alert]").shouldHave(text("The password is wrong"));
            lena.look("page-policy-sign");
            Map.of("pia", Role.PRIVACY, "hugo", Role.HR, "carl", Role.COMPLIANCE).forEach((person, role) ->
                    signing.sign(frozen.id(), role, frozen.digest(), Visitor.PASSWORD, person));
            carl.open("/policy/versions/" + draft.id()).look("page-policy-version");
        }
    }

    private void launched(String entity) {
        if (entities.find(entity).isEmpty()) {
            entities.add(new Entity(entity, "Clinic " + entity), "admin");
        }
        training.launch(entity, "hugo");
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
