package org.countersign.training;

import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The content of every module: files below {@code training/content}, and the policies that are in force.
 */
@Component
public class Lessons {

    /** Before the id of an entity: the module of reading its policy. */
    static final String POLICY = "policy-";

    private final Map<String, Lesson> lessons;
    private final PolicyRepository policies;
    private final PolicySections checklist;

    Lessons(Curriculum curriculum, PolicyRepository policies, PolicySections checklist) {
        this.policies = policies;
        this.checklist = checklist;
        this.lessons = curriculum.modules().stream().map(Lessons::read)
                .collect(Collectors.toMap(lesson -> lesson.module().id(), Function.identity()));
    }

    /** The current content; empty for an unknown module, and as long as the entity has no policy in force. */
    public Optional<Lesson> find(String moduleId) {
        return moduleId.startsWith(POLICY)
                ? policies.current(moduleId.substring(POLICY.length())).map(this::toRead)
                : Optional.ofNullable(lessons.get(moduleId));
    }

    /** Every version of a policy must be read anew. */
    private Lesson toRead(PolicyVersion policy) {
        TrainingModule module = policyModule(policy.entity());
        List<Lesson.Section> sections = checklist.sections().stream()
                .filter(section -> !policy.text(section.key()).isBlank())
                .map(section -> new Lesson.Section(section.title(), policy.text(section.key()).lines()
                        .filter(line -> !line.isBlank()).toList(), List.of())).toList();
        return new Lesson(module, policy.number(), policy.number(), sections, List.of(),
                "I have read and understood version %d of the policy (SHA-256 %s) and will follow it."
                        .formatted(policy.number(), policy.digest()));
    }

    /** The title is ours, not what people typed: it goes into mails. */
    static TrainingModule policyModule(String entity) {
        return new TrainingModule(POLICY + entity, "Read the social media policy", EnumSet.allOf(Role.class), null,
                TrainingModule.Evidence.ATTESTATION, null, null);
    }

    private static Lesson read(TrainingModule module) {
        Content content = Tables.read("content/" + module.id() + ".yaml", Content.class);
        boolean quiz = module.evidence() == TrainingModule.Evidence.QUIZ;
        if (quiz == content.questions().isEmpty()) {
            throw new IllegalStateException("training/content/%s.yaml must %shave questions: its evidence is %s."
                    .formatted(module.id(), quiz ? "" : "not ", module.evidence().label()));
        }
        content.questions().forEach(question -> {
            if (question.answer() < 1 || question.answer() > question.options().size()) {
                throw new IllegalStateException("training/content/%s.yaml has no option %d in: %s"
                        .formatted(module.id(), question.answer(), question.text()));
            }
        });
        return new Lesson(module, content.version(), content.countsSince(), content.sections(), content.questions(),
                content.statement());
    }

    /** A file as it is written. */
    record Content(int version, int countsSince, String source, List<Lesson.Section> sections,
                   List<Lesson.Question> questions, String statement) {

        Content {
            questions = questions == null ? List.of() : List.copyOf(questions);
        }
    }
}
