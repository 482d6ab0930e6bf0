package org.countersign.engine.decision;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Remembers whether a value passes a cell of a decision table. The engine parses each cell, and sets up all functions of
 * the language, at each evaluation; a post is tested by some two hundred cells, which are nearly always the same with the
 * same few values. Only what depends on nothing but the tested value is remembered; everything else is evaluated as ever.
 */
class RememberedTests implements FeelEngine {

    /** @param value text, number, truth value, a list of texts, or null */
    private record Test(String cell, Object value) {
    }

    static final int MOST = 20_000;

    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern LITERALS_AND_VALUE = Pattern.compile("(?:\\b(?:list contains|not|count)\\(|\\?\\[item in "
            + "|\\b(?:and|or|true|false|null)\\b|[\\d\\s?,()\\[\\]<>=!-])*");

    private final FeelEngine engine;
    private final Map<String, Boolean> closed = new ConcurrentHashMap<>();
    private final Map<Test, Boolean> passed = new ConcurrentHashMap<>();

    RememberedTests(FeelEngine engine) {
        this.engine = engine;
    }

    @Override
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        return engine.evaluateSimpleExpression(expression, context);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext context) {
        TypedValue typed = context.resolve(input);
        Object value = typed == null ? null : typed.getValue();
        if (!plain(value) || !closed.computeIfAbsent(cell, RememberedTests::closed)) {
            return engine.evaluateSimpleUnaryTests(cell, input, context);
        }
        Test test = new Test(cell, value instanceof Collection<?> list ? List.copyOf(list) : value);
        Boolean known = passed.get(test);
        if (known == null) {
            known = engine.evaluateSimpleUnaryTests(cell, input, context);
            if (passed.size() >= MOST) {
                passed.clear();
            }
            passed.put(test, known);
        }
        return known;
    }

    int remembered() {
        return passed.size();
    }

    /** Whether the cell names nothing besides literals and the tested value. */
    private static boolean closed(String cell) {
        return LITERALS_AND_VALUE.matcher(TEXT.matcher(cell).replaceAll("0")).matches();
    }

    private static boolean plain(Object value) {
        return value == null || value instanceof String || value instanceof Boolean || value instanceof Integer
                || value instanceof Long
                || value instanceof List<?> list && list.stream().allMatch(entry -> entry instanceof String);
    }
}
