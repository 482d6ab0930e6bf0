package org.countersign.engine.form;

import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskRefused;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds what was sent against the form that was shown. Messages name fields by their label and never repeat a value.
 */
public final class FormCheck {

    private final FormSchema schema;
    private final Feel feel;
    private final Map<String, Object> variables;
    private final Map<String, Object> sent;

    private FormCheck(FormSchema schema, Feel feel, Map<String, Object> variables, Map<String, Object> sent) {
        this.schema = schema;
        this.feel = feel;
        this.variables = variables;
        this.sent = sent;
    }

    /**
     * @param version   version of the form that was shown
     * @param variables what the task shows: the values of read-only fields, and the words of conditions
     * @param sent      values by key as plain Java: text, number, boolean, list
     * @throws TaskRefused names everything that does not fit in one message
     */
    public static FormAnswers check(FormSchema schema, int version, Feel feel, Map<String, Object> variables,
                                    Map<String, Object> sent) {
        return new FormCheck(schema, feel, variables, sent).answers(version);
    }

    private FormAnswers answers(int version) {
        refuseWhatTheFormDoesNotAsk();
        Set<String> visible = visible();
        Map<String, Object> context = context(visible);
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (FormField field : schema.fields()) {
            if (!visible.contains(field.key()) || field.computed() || field.disabled()) {
                continue;
            }
            try {
                Object value = value(field, context);
                if (value != null) {
                    values.put(field.key(), value);
                }
            } catch (DoesNotFit misfit) {
                problems.add(misfit.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new TaskRefused(String.join(" ", problems));
        }
        return new FormAnswers(schema.id(), version, values, schema.fields().stream().map(FormField::described).toList());
    }

    private void refuseWhatTheFormDoesNotAsk() {
        Set<String> asked = new HashSet<>();
        for (FormField field : schema.fields()) {
            asked.add(field.key());
            if (field.disabled() && !blank(sent.get(field.key()))) {
                throw new TaskRefused("\"" + field.label() + "\" is shown only and cannot be sent.");
            }
        }
        if (!asked.containsAll(sent.keySet())) {
            throw new TaskRefused(schema.fields().isEmpty()
                    ? "This task has no form: complete it without any values."
                    : "Something was sent that the form of this task does not ask for.");
        }
    }

    /**
     * Fields that no condition hides. A hidden field counts as not filled in, which may show or hide others: repeated
     * until nothing changes, at most once per field.
     */
    private Set<String> visible() {
        Set<String> visible = keys(field -> true);
        for (int round = 0; round <= schema.fields().size(); round++) {
            Map<String, Object> context = context(visible);
            Map<String, Boolean> known = new HashMap<>();
            Set<String> shown = keys(field -> field.hiddenWhen().stream().noneMatch(condition ->
                    known.computeIfAbsent(condition, unknown -> holds(condition, field, context))));
            if (shown.equals(visible)) {
                return shown;
            }
            visible = shown;
        }
        throw new TaskRefused("The conditions of this form contradict each other. Tell the process owner.");
    }

    private Set<String> keys(Predicate<FormField> which) {
        return schema.fields().stream().filter(which).map(FormField::key).collect(Collectors.toSet());
    }

    private boolean holds(String condition, FormField field, Map<String, Object> context) {
        try {
            return Boolean.TRUE.equals(feel.evaluate(condition, context));
        } catch (RuntimeException unusable) {
            throw new TaskRefused("The condition of \"" + field.label() + "\" cannot be evaluated. Tell the process owner.");
        }
    }

    private Map<String, Object> context(Set<String> visible) {
        Map<String, Object> context = new HashMap<>(variables);
        for (FormField field : schema.fields()) {
            if (!visible.contains(field.key())) {
                context.put(field.key(), null);
            } else if (!field.computed() && !field.disabled()) {
                Object value = sent.get(field.key());
                context.put(field.key(), value == null ? field.empty() : value);
            }
        }
        return context;
    }

    private Object value(FormField field, Map<String, Object> context) throws DoesNotFit {
        Object value = sent.get(field.key());
        if (field.readonly(feel, context)) {
            return unchanged(field, value);
        }
        if (blank(value)) {
            if (field.required()) {
                throw new DoesNotFit("\"" + field.label() + "\" must be filled in.");
            }
            return null;
        }
        if (field.required() && Boolean.FALSE.equals(value)) {
            throw new DoesNotFit("\"" + field.label() + "\" must be ticked.");
        }
        return new FieldCheck(field, feel, context).checked(value);
    }

    private Object unchanged(FormField field, Object value) throws DoesNotFit {
        Object shown = variables.get(field.key());
        if (shown == null && !field.schema().path("defaultValue").isMissingNode()) {
            shown = Values.plain(field.schema().path("defaultValue"));
        }
        if (!blank(value) && !Values.same(value, shown)) {
            throw new DoesNotFit("\"" + field.label() + "\" is shown only and cannot be changed.");
        }
        return shown;
    }

    private static boolean blank(Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> list && list.isEmpty();
    }
}
