package org.countersign.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The forms of the eight steps: what Tasklist can show, the server can check, and the record can keep. */
class StepFormsTest {

    private static final File FORMS = new File("forms/adoption");
    private static final Feel FEEL = (expression, context) -> switch (expression) {
        case "adopted != \"Adopted\"" -> !"Adopted".equals(context.get("adopted"));
        default -> throw new IllegalArgumentException(expression);
    };

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsNamedAfterTheEvidenceAndItsLabelsAreTheKeysOfTheRecord(File file) throws IOException {
        JsonNode form = new ObjectMapper().readTree(file);
        assertThat(form.path("id").asText() + ".form").isEqualTo(file.getName());
        assertThat(form.path("schemaVersion").asInt()).isEqualTo(16);
        assertThat(FormSchema.read(form.toString()).fields()).isNotEmpty().extracting(FormField::label)
                .doesNotHaveDuplicates().doesNotContain("Meaning of the signature")
                .allSatisfy(label -> assertThat(label).as("Tasklist cuts a label off after one line").hasSizeLessThan(60));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatIsChosenReadsInTheRecordAsInTheForm(File file) throws IOException {
        for (JsonNode choice : new ObjectMapper().readTree(file).findParents("values")) {
            if (!choice.path("key").asText().matches("decision|choice")) {
                assertThat(choice.path("values").findValuesAsText("value"))
                        .isEqualTo(choice.path("values").findValuesAsText("label"));
            }
        }
    }

    @Test
    void anInterimRuleHoldsForSixtyDaysAtMost() throws IOException {
        FormSchema form = FormSchema.read(new ObjectMapper().readTree(new File(FORMS, "interim-rule.form")).toString());
        Map<String, Object> answers = Map.of("adopted", "Adopted", "days", 60, "redraft", "Section 4, by compliance");
        FormAnswers kept = FormCheck.check(form, 1, FEEL, Map.of(), answers);
        assertThat(kept.values()).containsAllEntriesOf(answers);
        assertThatThrownBy(() -> FormCheck.check(form, 1, FEEL, Map.of(),
                Map.of("adopted", "Adopted", "days", 61, "redraft", "Section 4")))
                .isInstanceOf(TaskRefused.class).hasMessage("\"For how many days?\" must be at most 60.");
    }

    static Stream<File> forms() {
        return Arrays.stream(FORMS.listFiles((folder, name) -> name.endsWith(".form"))).sorted();
    }
}
