package org.countersign.training;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.countersign.people.Role;
import org.countersign.web.Visitor;
import org.springframework.context.ApplicationContext;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Somebody who learns what is asked, for tests that need people with training.
 */
public final class Learner {

    private Learner() {
    }

    /** A new member of staff who signs in with the common password. */
    public static void hire(ApplicationContext application, String id, Role... roles) {
        IdentityService identities = application.getBean(IdentityService.class);
        if (identities.createUserQuery().userId(id).count() == 0) {
            User user = identities.newUser(id);
            user.setFirstName(id);
            user.setEmail(id + "@harborvale.example");
            user.setPassword(Visitor.PASSWORD);
            identities.saveUser(user);
            List.of(roles).forEach(role -> identities.createMembership(id, role.id()));
        }
    }

    /** Does every module that is assigned and does not count at the moment, with the right answers. */
    public static void learnAll(ApplicationContext application, String userId) {
        learnAll(application.getBean(Training.class), application.getBean(Attesting.class), application.getBean(Lessons.class),
                userId);
    }

    static void learnAll(Training training, Attesting attesting, Lessons lessons, String userId) {
        training.of(userId).stream().filter(assigned -> !assigned.state().counts()).forEach(assigned -> {
            Lesson lesson = lessons.find(assigned.module().id()).orElseThrow();
            attesting.attest(userId, assigned.module().id(), lesson.digest(), right(lesson));
        });
    }

    /** Right answers to everything that the lesson asks. */
    static Answers right(Lesson lesson) {
        return new Answers(lesson.questions().stream().map(Lesson.Question::answer).toList(), "TX; drill of today", true);
    }

    /** Answers of which the given number is wrong. */
    static Answers wrong(Lesson lesson, int wrong) {
        List<Lesson.Question> questions = lesson.questions();
        return new Answers(IntStream.range(0, questions.size()).mapToObj(i -> i < wrong
                ? questions.get(i).answer() % questions.get(i).options().size() + 1 : questions.get(i).answer()).toList(),
                "", true);
    }
}
