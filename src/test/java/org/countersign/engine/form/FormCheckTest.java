package org.countersign.engine.form;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.countersign.engine.task.FormAnswers;
import org.countersign.engine.task.TaskRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FormCheckTest {

    private static final FeelEngine ENGINE = new ScalaFeelEngineFactory().createInstance();
    private static final Feel FEEL = (expression, context) ->
            ENGINE.evaluateSimpleExpression(expression, Variables.fromMap(context).asVariableContext());
    private static final String CHOICES = "'values': [{'label': 'A', 'value': 'a'}, {'label': 'B', 'value': 'b'}]";

    @Test
    void textKeepsItsLimits() {
        String field = "{'type': 'textfield', 'key': 'f', 'label': 'Name', 'validate': {'minLength': 2, 'maxLength': 4, 'pattern': '^[a-z ]+$'}}";
        assertThat(answer(field, "abc")).isEqualTo("abc");
        assertRefused(field, "a ", "\"Name\" must have at least 2 characters.");
        assertRefused(field, "abcde", "\"Name\" must have at most 4 characters.");
        assertRefused(field, "ABC", "\"Name\" does not have the form it must have.");
        assertRefused(field, 7, "\"Name\" has a value of the wrong kind.");
        assertRefused(field, "a\0b", "characters that cannot be stored");
        assertRefused(field, "a\ud800b", "characters that cannot be stored");
    }

    @Test
    void textWithoutALimitOfItsOwnIsLimitedAllTheSame() {
        String field = "{'type': 'textarea', 'key': 'f', 'label': 'Note'}";
        assertThat(answer(field, "x".repeat(10_000))).isNotNull();
        assertRefused(field, "x".repeat(10_001), "at most 10000 characters");
    }

    @Test
    void aMailAddressAndAPhoneNumberLookLikeOne() {
        String mail = "{'type': 'textfield', 'key': 'f', 'label': 'Mail', 'validate': {'validationType': 'email'}}";
        assertThat(answer(mail, "ann@example.org")).isNotNull();
        assertRefused(mail, "ann", "must be a mail address");
        String phone = "{'type': 'textfield', 'key': 'f', 'label': 'Phone', 'validate': {'validationType': 'phone'}}";
        assertThat(answer(phone, "+4930664040900")).isNotNull();
        assertRefused(phone, "911", "must be a phone number");
    }

    @Test
    void aNumberKeepsItsLimits() {
        String field = "{'type': 'number', 'key': 'f', 'label': 'Days', 'decimalDigits': 1, 'increment': '0.5', 'validate': {'min': 1, 'max': '=most'}}";
        assertThat(check(field, Map.of("most", 10), Map.of("f", 2.5)).values()).containsEntry("f", 2.5);
        assertThat(check(field, Map.of("most", 10), Map.of("f", 10)).values()).containsEntry("f", 10);
        assertThatThrownBy(() -> check(field, Map.of("most", 10), Map.of("f", 0.5))).hasMessage("\"Days\" must be at least 1.");
        assertThatThrownBy(() -> check(field, Map.of("most", 10), Map.of("f", 10.5))).hasMessage("\"Days\" must be at most 10.");
        assertThatThrownBy(() -> check(field, Map.of("most", 10), Map.of("f", 2.25))).hasMessageContaining("1 decimal digits");
        assertThatThrownBy(() -> check(field, Map.of("most", 10), Map.of("f", 2.2))).hasMessageContaining("multiple of 0.5");
        assertThatThrownBy(() -> check(field, Map.of("most", 10), Map.of("f", "2"))).hasMessageContaining("wrong kind");
        assertThatThrownBy(() -> check(field, Map.of("most", 10), Map.of("f", Double.NaN))).hasMessageContaining("must be a number");
    }

    @Test
    void aCheckboxIsYesOrNoAndARequiredOneIsTicked() {
        String field = "{'type': 'checkbox', 'key': 'f', 'label': 'Seen', 'validate': {'required': true}}";
        assertThat(answer(field, true)).isEqualTo(true);
        assertRefused(field, false, "\"Seen\" must be ticked.");
        assertRefused(field, "true", "wrong kind");
        assertRefused(field, null, "\"Seen\" must be filled in.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"radio", "select"})
    void aChoiceIsOneOfThoseOffered(String type) {
        String field = "{'type': '" + type + "', 'key': 'f', 'label': 'Choice', " + CHOICES + "}";
        assertThat(answer(field, "b")).isEqualTo("b");
        assertThat(check(field, Map.of(), Map.of("f", "")).values()).isEmpty();
        assertRefused(field, "c", "\"Choice\" must be one of the choices offered.");
        assertRefused(field, List.of("a"), "must be one of the choices offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checklist", "taglist"})
    void aSelectionHoldsEachChoiceOnceAtMost(String type) {
        String field = "{'type': '" + type + "', 'key': 'f', 'label': 'Which', 'validate': {'required': true}, " + CHOICES + "}";
        assertThat(answer(field, List.of("b", "a"))).isEqualTo(List.of("b", "a"));
        assertRefused(field, List.of("a", "a"), "names a choice twice");
        assertRefused(field, List.of("a", "x"), "one of the choices");
        assertRefused(field, "a", "wrong kind");
        assertRefused(field, List.of(), "must be filled in");
    }

    @Test
    void choicesMayComeFromAVariableOrAnExpression() {
        String byKey = "{'type': 'select', 'key': 'f', 'label': 'Place', 'valuesKey': 'places'}";
        Map<String, Object> variables = Map.of("places", List.of(Map.of("label", "North", "value", "n"), "s"));
        assertThat(check(byKey, variables, Map.of("f", "n")).values()).containsEntry("f", "n");
        assertThat(check(byKey, variables, Map.of("f", "s")).values()).containsEntry("f", "s");
        assertThatThrownBy(() -> check(byKey, Map.of(), Map.of("f", "n"))).isInstanceOf(TaskRefused.class);
        String byExpression = "{'type': 'select', 'key': 'f', 'label': 'Place', 'valuesExpression': '=places'}";
        assertThat(check(byExpression, Map.of("places", List.of("n")), Map.of("f", "n")).values()).containsEntry("f", "n");
        assertThatThrownBy(() -> check(byExpression, Map.of("places", List.of("n")), Map.of("f", "x"))).isInstanceOf(TaskRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"date,,2026-11-22,22.11.2026", "time,utc_offset,14:30+01:00,14:30", "time,no_timezone,14:30,25:00",
            "datetime,utc_normalized,2026-11-22T14:30Z,2026-11-22", "datetime,no_timezone,2026-11-22T14:30,2026-13-22T14:30"})
    void aMomentIsWrittenAsTheFormWritesIt(String subtype, String format, String fits, String misfits) {
        String field = "{'type': 'datetime', 'key': 'f', 'dateLabel': 'When', 'subtype': '%s', 'timeSerializingFormat': '%s'}"
                .formatted(subtype, format);
        assertThat(answer(field, fits)).isEqualTo(fits);
        assertRefused(field, misfits, "\"When\" must be a date or time");
    }

    @Test
    void aReadOnlyValueComesBackAsItIsShownOrNotAtAll() {
        String field = "{'type': 'textfield', 'key': 'f', 'label': 'Version', 'readonly': true, 'validate': {'required': true}}";
        assertThat(check(field, Map.of("f", "abc"), Map.of("f", "abc")).values()).containsEntry("f", "abc");
        assertThat(check(field, Map.of("f", "abc"), Map.of()).values()).containsEntry("f", "abc");
        assertThat(check(field, Map.of("f", 12), Map.of("f", "12")).values()).containsEntry("f", 12);
        assertThat(check(field, Map.of(), Map.of("f", "")).values()).isEmpty();
        assertThatThrownBy(() -> check(field, Map.of("f", "abc"), Map.of("f", "abd"))).hasMessage("\"Version\" is shown only and cannot be changed.");
        assertThatThrownBy(() -> check(field, Map.of(), Map.of("f", "abd"))).isInstanceOf(TaskRefused.class);
    }

    @Test
    void aFieldMayBeReadOnlyByAnExpression() {
        String field = "{'type': 'textfield', 'key': 'f', 'label': 'Name', 'readonly': '=locked'}";
        assertThat(check(field, Map.of("locked", false), Map.of("f", "new")).values()).containsEntry("f", "new");
        assertThatThrownBy(() -> check(field, Map.of("locked", true, "f", "old"), Map.of("f", "new"))).isInstanceOf(TaskRefused.class);
    }

    @Test
    void whatIsHiddenIsNeitherRequiredNorKept() {
        String form = "{'type': 'radio', 'key': 'f', 'label': 'Which', " + CHOICES + "},"
                + "{'type': 'group', 'conditional': {'hide': '=f = \\\"a\\\"'}, 'components': ["
                + "{'type': 'textarea', 'key': 'why', 'label': 'Why', 'validate': {'required': true}}]}";
        assertThat(check(form, Map.of(), Map.of("f", "a", "why", "left from before")).values()).containsOnlyKeys("f");
        assertThatThrownBy(() -> check(form, Map.of(), Map.of("f", "b"))).hasMessage("\"Why\" must be filled in.");
    }

    @Test
    void aHiddenAnswerShowsNothingElse() {
        String form = "{'type': 'checkbox', 'key': 'first', 'label': 'First'},"
                + "{'type': 'checkbox', 'key': 'second', 'label': 'Second', 'conditional': {'hide': '=first != true'}},"
                + "{'type': 'textfield', 'key': 'third', 'label': 'Third', 'conditional': {'hide': '=second != true'}, 'validate': {'required': true}}";
        assertThat(check(form, Map.of(), Map.of("first", false, "second", true)).values()).containsOnlyKeys("first");
        assertThatThrownBy(() -> check(form, Map.of(), Map.of("first", true, "second", true))).hasMessage("\"Third\" must be filled in.");
    }

    @Test
    void conditionsThatChaseEachOtherAreRefusedInsteadOfDecidedByChance() {
        String form = "{'type': 'checkbox', 'key': 'f', 'label': 'Self', 'conditional': {'hide': '=f = true'}}";
        assertThatThrownBy(() -> check(form, Map.of(), Map.of("f", true))).hasMessageContaining("contradict each other");
    }

    @Test
    void aConditionThatCannotBeEvaluatedRefusesInsteadOfShowing() {
        String form = "{'type': 'checkbox', 'key': 'f', 'label': 'Broken', 'conditional': {'hide': '=)('}}";
        assertThatThrownBy(() -> check(form, Map.of(), Map.of())).isInstanceOf(TaskRefused.class)
                .hasMessageContaining("The condition of \"Broken\" cannot be evaluated").hasNoCause();
    }

    @Test
    void everythingThatDoesNotFitIsSaidAtOnce() {
        String form = "{'type': 'textfield', 'key': 'f', 'label': 'One', 'validate': {'required': true}},"
                + "{'type': 'number', 'key': 'g', 'label': 'Two', 'validate': {'required': true}}";
        assertThatThrownBy(() -> check(form, Map.of(), Map.of())).hasMessage("\"One\" must be filled in. \"Two\" must be filled in.");
    }

    @Test
    void whatTheBrowserComputedIsNeverRead() {
        String form = "{'type': 'expression', 'key': 'sum', 'expression': '=1+1'}";
        assertThat(check(form, Map.of(), Map.of("sum", 99)).values()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type': 'filepicker', 'key': 'f'}", "{'type': 'dynamiclist', 'path': 'f', 'components': []}",
            "{'type': 'group', 'path': 'nested', 'components': []}", "{'type': 'textfield'}", "{'type': 'textfield', 'key': 'a.b'}",
            "{'type': 'textfield', 'key': 'f'}, {'type': 'number', 'key': 'f'}"})
    void aFormThatCannotBeCheckedIsUnreadable(String components) {
        assertThatThrownBy(() -> schema(components)).isInstanceOf(UnreadableForm.class);
        assertThatThrownBy(() -> FormSchema.read("<form/>")).isInstanceOf(UnreadableForm.class);
        assertThatThrownBy(() -> FormSchema.read("{}")).isInstanceOf(UnreadableForm.class);
    }

    @Property
    void noTextGetsThroughAChoiceThatDoesNotOfferIt(@ForAll String typed) {
        Assume.that(!typed.isBlank() && !List.of("a", "b").contains(typed));
        String field = "{'type': 'radio', 'key': 'f', 'label': 'Choice', " + CHOICES + "}";
        assertThatThrownBy(() -> check(field, Map.of(), Map.of("f", typed))).isInstanceOf(TaskRefused.class)
                .hasMessage("\"Choice\" must be one of the choices offered.");
    }

    @Property(tries = 300)
    void noMessageRepeatsWhatWasTyped(@ForAll("types") String type, @ForAll("values") Object typed) {
        String field = "{'type': '" + type + "', 'key': 'f', 'label': 'Label', 'validate': {'maxLength': 5, 'max': 1}, " + CHOICES + "}";
        try {
            check(field, Map.of(), Map.of("f", typed));
        } catch (TaskRefused refused) {
            assertThat(refused.getMessage()).doesNotContain("Jane").doesNotContain("4711");
            assertThat(refused.getCause()).isNull();
        }
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of("textfield", "textarea", "number", "checkbox", "radio", "select", "checklist", "taglist", "datetime");
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.of("Jane Doe", 4711, 4711.5, true, List.of("Jane"), List.of(4711, "a"), Map.of("Jane", 4711), "");
    }

    private static Object answer(String field, Object value) {
        return check(field, Map.of(), Map.of("f", value)).values().get("f");
    }

    private static void assertRefused(String field, Object value, String message) {
        Map<String, Object> sent = new HashMap<>();
        sent.put("f", value);
        assertThatThrownBy(() -> check(field, Map.of(), sent)).isInstanceOf(TaskRefused.class).hasMessageContaining(message);
    }

    private static FormAnswers check(String components, Map<String, Object> variables, Map<String, Object> sent) {
        return FormCheck.check(schema(components), 3, FEEL, variables, sent);
    }

    private static FormSchema schema(String components) {
        return FormSchema.read(("{'id': 'test', 'components': [" + components + "]}").replace('\'', '"'));
    }
}
