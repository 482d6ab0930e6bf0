package org.countersign.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskRefused;
import org.countersign.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The forms as process owners keep them, filled in as reviewers do. */
class ReviewFormsTest {

    private static final Path FORMS = Path.of("forms/post-review");
    private static final Set<String> RENDERED_BY_TASKLIST = Set.of("text", "textfield", "textarea", "radio", "select",
            "checkbox", "group");
    private static final FeelEngine ENGINE = new ScalaFeelEngineFactory().createInstance();
    private static final Feel FEEL = (expression, context) ->
            ENGINE.evaluateSimpleExpression(expression, Variables.fromMap(context).asVariableContext());

    @Test
    void eachReviewingRoleHasItsFormAndNobodyElse() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("review-")))
                    .containsExactlyInAnyOrderElementsOf(forms().map(id -> id + ".form").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsWhatTasklistCanShow(String id) {
        JsonNode form = json(id);
        assertThat(form.path("id").asText()).isEqualTo(id);
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(form.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
        assertThat(form.path("executionPlatformVersion").asText()).isEqualTo("7.22.0");
        Set<String> ids = new HashSet<>();
        for (JsonNode component : form.findParents("type")) {
            if (component.has("components") && component.path("type").asText().equals("default")) {
                continue;
            }
            assertThat(RENDERED_BY_TASKLIST).contains(component.path("type").asText());
            assertThat(component.path("label").asText()).as("Tasklist cuts a label off after one line").hasSizeLessThan(60);
            assertThat(ids.add(component.path("id").asText())).as("id %s twice", component.path("id")).isTrue();
        }
        assertThat(schema(id).fields()).extracting(FormField::key).doesNotHaveDuplicates()
                .contains("digest", "decision", "changes", "rejectReason", "rejectNote", "findingsCleared",
                        "determinationReason", "q40", "naReasons");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void eachQuestionSaysWhichAnswerIsSafeWhetherItBlocksAndWhy(String id) {
        List<FormField> questions = questions(id);
        assertThat(questions).isNotEmpty().allSatisfy(question -> {
            Map<String, String> properties = question.described().properties();
            assertThat(properties.get("safeAnswer")).isIn("yes", "no");
            assertThat(properties.get("blocks")).isIn("true", "false");
            assertThat(properties.get("basis")).isNotBlank();
            assertThat(question.required()).isTrue();
            assertThat(question.label()).endsWith("?");
            assertThat(properties.get("description")).as("the question in full").contains("?");
            assertThat(question.schema().path("values").findValuesAsText("value")).containsExactly("yes", "no", "na");
        });
    }

    @Test
    void aQuestionIsAskedInTheSameWordsOfEverybody() {
        Map<String, Object> seen = new HashMap<>();
        forms().flatMap(id -> questions(id).stream()).forEach(question ->
                assertThat(seen.merge(question.key(), question.described(), (one, other) -> one))
                        .isEqualTo(question.described()));
        assertThat(seen.keySet()).hasSize(40).doesNotContain("q41", "q42");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void approvingAsksTheWholeChecklist(String id) {
        Map<String, Object> answers = approval(id);
        assertThat(check(id, false, answers).values()).containsAllEntriesOf(answers);
        answers.remove("q40");
        assertThatThrownBy(() -> check(id, false, answers)).isInstanceOf(TaskRefused.class)
                .hasMessageContaining("Is the benefit worth the risk that remains?").hasMessageContaining("must be filled in");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aQuestionThatDoesNotApplyNeedsAReason(String id) {
        Map<String, Object> answers = approval(id);
        answers.put("q40", "na");
        assertThatThrownBy(() -> check(id, false, answers)).hasMessage("\"Why do those questions not apply?\" must be filled in.");
        answers.put("naReasons", "It is a template.");
        assertThat(check(id, false, answers).text("naReasons")).isEqualTo("It is a template.");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void blockingFindingsNeedADetermination(String id) {
        Map<String, Object> answers = approval(id);
        assertThatThrownBy(() -> check(id, true, answers)).hasMessageContaining("blocking findings do not apply")
                .hasMessageContaining("Why do they not apply?");
        answers.put("findingsCleared", true);
        answers.put("determinationReason", "The name is the hospital's founder.");
        assertThat(check(id, true, answers).yes("findingsCleared")).isTrue();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void requestingChangesAsksForThemAndForNothingElse(String id) {
        assertThatThrownBy(() -> check(id, true, Map.of("decision", "changes"))).hasMessage("\"What must change?\" must be filled in.");
        assertThat(check(id, true, Map.of("decision", "changes", "changes", "Drop the date.", "q40", "yes")).values())
                .containsOnlyKeys("digest", "decision", "changes");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void rejectingAsksForAReasonAndANote(String id) {
        assertThatThrownBy(() -> check(id, false, Map.of("decision", "reject", "rejectReason", "BORED", "rejectNote", "x")))
                .hasMessageContaining("must be one of the choices offered");
        assertThatThrownBy(() -> check(id, false, Map.of("decision", "reject", "rejectReason", "PRIVACY")))
                .hasMessageContaining("must be filled in");
        assertThat(check(id, false, Map.of("decision", "reject", "rejectReason", "PRIVACY", "rejectNote", "x")).text("rejectReason"))
                .isEqualTo("PRIVACY");
    }

    static Stream<String> forms() {
        return Arrays.stream(Role.values()).filter(Role::reviews).map(role -> "review-" + role.id());
    }

    private static Map<String, Object> approval(String id) {
        Map<String, Object> answers = new HashMap<>(Map.of("decision", "approve"));
        questions(id).forEach(question -> answers.put(question.key(), question.described().properties().get("safeAnswer")));
        return answers;
    }

    private static List<FormField> questions(String id) {
        return schema(id).fields().stream().filter(field -> field.key().matches("q\\d\\d")).toList();
    }

    private static FormAnswers check(String id, boolean blocking, Map<String, Object> sent) {
        return FormCheck.check(schema(id), 1, FEEL, Map.of("digest", "abc", "blockingForRole", blocking), sent);
    }

    private static FormSchema schema(String id) {
        return FormSchema.read(json(id).toString());
    }

    private static JsonNode json(String id) {
        try {
            return new ObjectMapper().readTree(FORMS.resolve(id + ".form").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
