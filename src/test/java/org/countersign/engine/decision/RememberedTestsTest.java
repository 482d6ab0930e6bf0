package org.countersign.engine.decision;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RememberedTestsTest {

    private static final FeelEngine FEEL = new ScalaFeelEngineFactory().createInstance();
    private static final List<Object> VALUES = Arrays.asList("EVENT", "AWARD", "", "3", 3, 3L, 4, 0, true, false, null,
            List.of(), List.of("MRN"), List.of("MRN", "SSN"), List.of("mrn"));

    private final RememberedTests tests = new RememberedTests(FEEL);

    @ParameterizedTest
    @ValueSource(strings = {"\"EVENT\"", "\"EVENT\", \"AWARD\"", "not(\"EVENT\")", "3", ">= 3", "< 4", "true", "? != false",
            "list contains(?, \"MRN\")", "list contains(?, \"MRN\") and list contains(?, \"SSN\")",
            "list contains(?, \"MRN\") and count(?[item in (\"SSN\", \"DOB\")]) > 0"})
    void what_is_remembered_is_what_the_engine_says(String cell) {
        for (Object value : VALUES) {
            Object said = answer(FEEL, cell, value);
            assertThat(answer(tests, cell, value)).as("%s: %s, first", cell, value).isEqualTo(said);
            assertThat(answer(tests, cell, value)).as("%s: %s, again", cell, value).isEqualTo(said);
        }
        assertThat(tests.remembered()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "> limit", "now() > ?", "\"a\\\"b\"", "list contains(?, limit)", "? = item", "count"})
    void what_depends_on_more_than_the_value_is_evaluated_each_time(String cell) {
        answer(tests, cell, "EVENT");
        assertThat(tests.remembered()).isZero();
    }

    @Test
    void a_list_that_is_changed_afterwards_is_another_value() {
        List<String> codes = new ArrayList<>(List.of("MRN"));
        assertThat(answer(tests, "list contains(?, \"SSN\")", codes)).isEqualTo(false);
        codes.add("SSN");
        assertThat(answer(tests, "list contains(?, \"SSN\")", codes)).isEqualTo(true);
    }

    @Test
    void memory_is_bounded() {
        FeelEngine counting = new FeelEngine() {
            @Override
            public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext context) {
                return true;
            }
        };
        RememberedTests bounded = new RememberedTests(counting);
        for (int value = 0; value < RememberedTests.MOST + 10; value++) {
            answer(bounded, ">= 3", value);
        }
        assertThat(bounded.remembered()).isEqualTo(10);
    }

    /** The answer, or the class of what was thrown instead. */
    private static Object answer(FeelEngine engine, String cell, Object value) {
        VariableContext context = Variables.createVariables().putValue("value", value).putValue("limit", 2).asVariableContext();
        try {
            return engine.evaluateSimpleUnaryTests(cell, "value", context);
        } catch (RuntimeException e) {
            return e.getClass();
        }
    }
}
