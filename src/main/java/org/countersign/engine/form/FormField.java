package org.countersign.engine.form;

import com.fasterxml.jackson.databind.JsonNode;
import org.countersign.engine.task.FormAnswers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A field that can be filled in.
 *
 * @param hiddenWhen FEEL conditions of the field and of the groups around it; any that is true hides it
 * @param schema     the field as its author drew it
 */
record FormField(String key, String label, String type, List<String> hiddenWhen, JsonNode schema) {

    boolean disabled() {
        return schema.path("disabled").asBoolean(false);
    }

    boolean required() {
        return validation("required").asBoolean(false);
    }

    /** Computed by the browser from other fields: what comes back is never read. */
    boolean computed() {
        return type.equals("expression");
    }

    boolean readonly(Feel feel, Map<String, Object> context) {
        JsonNode readonly = schema.path("readonly");
        return isExpression(readonly)
                ? Boolean.TRUE.equals(feel.evaluate(expression(readonly), context))
                : readonly.asBoolean(false);
    }

    JsonNode validation(String rule) {
        return schema.path("validate").path(rule);
    }

    /** What form-js puts into a field that nobody touched, so that conditions see the same on both sides. */
    Object empty() {
        return switch (type) {
            case "textfield", "textarea" -> "";
            case "checkbox" -> false;
            case "checklist", "taglist" -> List.of();
            default -> null;
        };
    }

    /** The custom properties, and under {@code description} the small print below the field, when it has some. */
    FormAnswers.Field described() {
        Map<String, String> properties = new TreeMap<>();
        if (schema.path("description").isTextual()) {
            properties.put("description", schema.path("description").textValue());
        }
        schema.path("properties").properties().forEach(entry -> properties.put(entry.getKey(), entry.getValue().asText()));
        return new FormAnswers.Field(key, label, Map.copyOf(properties));
    }

    static boolean isExpression(JsonNode value) {
        return value.isTextual() && value.textValue().startsWith("=");
    }

    static String expression(JsonNode value) {
        return value.textValue().substring(1);
    }

    static List<String> and(List<String> conditions, JsonNode component) {
        JsonNode hide = component.path("conditional").path("hide");
        if (!isExpression(hide)) {
            return conditions;
        }
        List<String> all = new ArrayList<>(conditions);
        all.add(expression(hide));
        return List.copyOf(all);
    }
}
