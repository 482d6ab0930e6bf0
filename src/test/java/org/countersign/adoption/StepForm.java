package org.countersign.adoption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.countersign.oversight.Quarter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A form of the program, filled in by somebody in a hurry: whatever it demands, and nothing else. */
public final class StepForm {

    private StepForm() {
    }

    /** Values by field key. */
    public static Map<String, Object> filled(String id) {
        try {
            Map<String, Object> values = new LinkedHashMap<>();
            fill(new ObjectMapper().readTree(Files.readString(Path.of("forms/adoption/" + id + ".form"))).path("components"),
                    values);
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(JsonNode components, Map<String, Object> values) {
        for (JsonNode field : components) {
            if (field.path("validate").path("required").asBoolean()) {
                values.put(field.path("key").asText(), value(field));
            }
            fill(field.path("components"), values);
        }
    }

    private static Object value(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "number" -> field.path("validate").path("min").asInt(1);
            case "checkbox" -> true;
            case "radio", "select" -> field.path("values").path(0).path("value").asText();
            case "checklist", "taglist" -> new ArrayList<>(List.of(field.path("values").path(0).path("value").asText()));
            case "datetime" -> LocalDate.now().plusDays(300).toString();
            default -> field.path("validate").has("pattern") ? Quarter.of(LocalDate.now()).toString() : "As the workgroup agreed";
        };
    }
}
