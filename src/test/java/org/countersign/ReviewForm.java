package org.countersign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A review form as it is deployed, for tests and simulated reviewers that fill it in. */
public record ReviewForm(JsonNode schema) {

    public static ReviewForm of(String role) {
        try {
            return new ReviewForm(new ObjectMapper().readTree(
                    Files.readString(Path.of("forms/post-review/review-" + role + ".form"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer that is fine, for each question of the checklist. */
    public Map<String, Object> safeAnswers() {
        Map<String, Object> answers = new LinkedHashMap<>();
        collect(schema.path("components"), answers);
        return answers;
    }

    /** The same in words, as people read them: the label of the question, the label of its answer. */
    public Map<String, String> safeLabels() {
        Map<String, String> labels = new LinkedHashMap<>();
        safeAnswers().forEach((key, answer) -> {
            JsonNode question = schema.findParents("key").stream().filter(field -> key.equals(field.path("key").asText()))
                    .findFirst().orElseThrow();
            question.path("values").forEach(value -> {
                if (answer.equals(value.path("value").asText())) {
                    labels.put(question.path("label").asText(), value.path("label").asText());
                }
            });
        });
        return labels;
    }

    private static void collect(JsonNode components, Map<String, Object> answers) {
        for (JsonNode component : components) {
            if (component.path("properties").has("safeAnswer")) {
                answers.put(component.path("key").asText(), component.path("properties").path("safeAnswer").asText());
            }
            collect(component.path("components"), answers);
        }
    }
}
