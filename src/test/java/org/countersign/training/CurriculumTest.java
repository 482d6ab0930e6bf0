package org.countersign.training;

import org.countersign.people.Role;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class CurriculumTest {

    private final Curriculum curriculum = new Curriculum();
    private final Lessons lessons = new Lessons(curriculum, null, null);

    @Test
    void hasTheThirteenModulesEachWithContentOfAPage() {
        assertThat(curriculum.modules()).extracting(TrainingModule::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 13).mapToObj(n -> "T" + n).toList());
        curriculum.modules().forEach(module -> {
            Lesson lesson = lessons.find(module.id()).orElseThrow();
            int words = lesson.sections().stream().mapToInt(section -> words(section.heading()) + words(section.paragraphs())
                    + words(section.points())).sum();
            assertThat(words).as(module.id()).isBetween(200, 700);
            assertThat(lesson.statement()).as(module.id()).isNotBlank();
            assertThat(lesson.questions()).as(module.id()).hasSizeBetween(module.passMark() == null ? 0 : 4, 6);
        });
    }

    @Test
    void asksNoQuestionWithTwoEqualOptions() {
        curriculum.modules().forEach(module -> lessons.find(module.id()).orElseThrow().questions()
                .forEach(question -> assertThat(new HashSet<>(question.options())).hasSameSizeAs(question.options())));
    }

    @Test
    void everybodyLearnsAboutPatientInformationAndReviewersAboutCalibration() {
        assertThat(curriculum.find("T1").orElseThrow().audience()).containsExactlyInAnyOrder(Role.values());
        assertThat(curriculum.find("T11").orElseThrow().audience()).allMatch(Role::reviews).contains(Role.EXECUTIVE);
        assertThat(curriculum.find("T4").orElseThrow().audience()).containsExactlyInAnyOrder(Role.AUTHOR, Role.PUBLISHER,
                Role.MARKETING, Role.PATIENT_EXPERIENCE);
    }

    @Test
    void reviewersHaveNoGraceAuthorsTwoWeeksAndPublishersNoRightToLose() {
        assertThat(curriculum.grace(Role.LEGAL)).contains(Duration.ZERO);
        assertThat(curriculum.grace(Role.AUTHOR)).contains(Duration.ofDays(14));
        assertThat(curriculum.grace(Role.PUBLISHER)).isEmpty();
    }

    /** The digest is that of what is shown: each shown word counts, the right answers do not. */
    @Test
    void theDigestCoversWhatIsShown() {
        Lesson lesson = lessons.find("T1").orElseThrow();
        Lesson.Question first = lesson.questions().get(0);
        assertThat(with(lesson, new Lesson.Question(first.text(), first.options(), 1)).digest()).isEqualTo(lesson.digest());
        assertThat(with(lesson, new Lesson.Question(first.text() + " ", first.options(), first.answer())).digest())
                .isNotEqualTo(lesson.digest());
    }

    @Test
    void saysWhichAnswersAreWrong() {
        Lesson lesson = lessons.find("T1").orElseThrow();
        List<Integer> right = lesson.questions().stream().map(Lesson.Question::answer).toList();
        assertThat(lesson.wrong(right)).isEmpty();
        assertThat(lesson.wrong(List.of(right.get(0)))).containsExactly(2, 3, 4, 5);
    }

    private static Lesson with(Lesson lesson, Lesson.Question first) {
        var questions = new ArrayList<>(lesson.questions());
        questions.set(0, first);
        return new Lesson(lesson.module(), lesson.version(), lesson.countsSince(), lesson.sections(), questions,
                lesson.statement());
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    private static int words(List<String> texts) {
        return texts.stream().mapToInt(CurriculumTest::words).sum();
    }
}
