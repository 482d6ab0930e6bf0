package org.countersign.engine.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of a form, flat and in the order in which a person meets them.
 */
public record FormSchema(String id, List<FormField> fields) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FILLED_IN = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select",
            "checklist", "taglist", "datetime", "expression");
    private static final Set<String> LOOKED_AT = Set.of("text", "html", "image", "table", "iframe", "spacer", "separator",
            "button");

    /** A task without a form: nothing may be sent with its completion. */
    public static FormSchema none() {
        return new FormSchema(null, List.of());
    }

    /**
     * @param json a form as Camunda Modeler saves it
     * @throws UnreadableForm when a field could not be checked on the server
     */
    public static FormSchema read(String json) {
        JsonNode form = parse(json);
        List<FormField> fields = new ArrayList<>();
        collect(form, List.of(), fields);
        Set<String> keys = new HashSet<>();
        for (FormField field : fields) {
            if (!keys.add(field.key())) {
                throw new UnreadableForm("Two fields of the form have the key " + field.key() + ".");
            }
        }
        return new FormSchema(form.path("id").asText(), List.copyOf(fields));
    }

    private static void collect(JsonNode parent, List<String> hiddenWhen, List<FormField> fields) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            List<String> conditions = FormField.and(hiddenWhen, component);
            if (type.equals("group") && component.path("path").asText().isEmpty()) {
                collect(component, conditions, fields);
            } else if (FILLED_IN.contains(type)) {
                fields.add(field(component, type, conditions));
            } else if (!LOOKED_AT.contains(type)) {
                throw new UnreadableForm("The form holds a kind of field that cannot be checked: " + type + ".");
            }
        }
    }

    private static FormField field(JsonNode component, String type, List<String> hiddenWhen) {
        String key = component.path("key").asText();
        if (key.isEmpty() || key.contains(".")) {
            throw new UnreadableForm("A field of the form has no plain key: " + type + ".");
        }
        String label = component.path("label").asText();
        if (label.isEmpty()) {
            label = component.path("dateLabel").asText(component.path("timeLabel").asText());
        }
        return new FormField(key, label.isBlank() || label.startsWith("=") ? key : label.strip(), type, hiddenWhen, component);
    }

    private static JsonNode parse(String json) {
        try {
            JsonNode form = JSON.readTree(json);
            if (!form.path("components").isArray()) {
                throw new UnreadableForm("The form has no components.");
            }
            return form;
        } catch (JsonProcessingException e) {
            throw new UnreadableForm("The form is no JSON.");
        }
    }
}
