package org.countersign.engine.task;

import java.util.List;
import java.util.Map;

/**
 * What was filled in, after it was checked against the form as it was deployed with the process.
 *
 * @param formId   id of the form, {@code review-legal}
 * @param version  version of the form that was shown
 * @param values   values by field key; only keys the form has and shows for these values
 * @param fields   the fields of the form in their order, with the custom properties that its author gave them
 */
public record FormAnswers(String formId, int version, Map<String, Object> values, List<Field> fields) {

    /**
     * @param properties custom properties of the field as set in the modeler, for instance {@code safeAnswer}
     */
    public record Field(String key, String label, Map<String, String> properties) {
    }

    /** The value as text; null when the field is absent or blank. */
    public String text(String key) {
        Object value = values.get(key);
        return value == null || value.toString().isBlank() ? null : value.toString().strip();
    }

    public boolean yes(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }
}
