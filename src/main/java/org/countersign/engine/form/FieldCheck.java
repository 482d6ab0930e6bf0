package org.countersign.engine.form;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One value against one field, by the rules that form-js 1.8 applies in the browser.
 */
final class FieldCheck {

    /** Where a form sets no limit: no field of a form is meant for a book. */
    private static final int LONGEST_TEXT = 10_000;
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");

    private final FormField field;
    private final Feel feel;
    private final Map<String, Object> context;

    FieldCheck(FormField field, Feel feel, Map<String, Object> context) {
        this.field = field;
        this.feel = feel;
        this.context = context;
    }

    Object checked(Object value) throws DoesNotFit {
        return switch (field.type()) {
            case "textfield", "textarea" -> text(value);
            case "number" -> number(value);
            case "checkbox" -> of(Boolean.class, value);
            case "radio", "select" -> option(value, options());
            case "checklist", "taglist" -> selection(value);
            case "datetime" -> moment(of(String.class, value));
            default -> throw new DoesNotFit(says("cannot be checked"));
        };
    }

    private String text(Object value) throws DoesNotFit {
        String text = of(String.class, value);
        if (text.codePoints().anyMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE)) {
            throw new DoesNotFit(says("holds characters that cannot be stored"));
        }
        int length = text.strip().length();
        BigDecimal least = bound("minLength");
        BigDecimal most = bound("maxLength");
        int limit = most == null ? LONGEST_TEXT : most.intValue();
        if (least != null && length < least.intValue()) {
            throw new DoesNotFit(says("must have at least " + least.toPlainString() + " characters"));
        }
        if (length > limit) {
            throw new DoesNotFit(says("must have at most " + limit + " characters"));
        }
        String pattern = field.validation("pattern").asText();
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            throw new DoesNotFit(says("does not have the form it must have"));
        }
        String kind = field.validation("validationType").asText();
        if (kind.equals("email") && !MAIL_ADDRESS.matcher(text).matches()) {
            throw new DoesNotFit(says("must be a mail address"));
        }
        if (kind.equals("phone") && !PHONE_NUMBER.matcher(text).matches()) {
            throw new DoesNotFit(says("must be a phone number that begins with + and the country"));
        }
        return text;
    }

    private Object number(Object value) throws DoesNotFit {
        boolean asText = field.schema().path("serializeToString").asBoolean(false);
        BigDecimal number;
        try {
            number = new BigDecimal((asText ? of(String.class, value) : of(Number.class, value).toString()));
        } catch (NumberFormatException e) {
            throw new DoesNotFit(says("must be a number"));
        }
        BigDecimal least = bound("min");
        BigDecimal most = bound("max");
        if (least != null && number.compareTo(least) < 0) {
            throw new DoesNotFit(says("must be at least " + least.toPlainString()));
        }
        if (most != null && number.compareTo(most) > 0) {
            throw new DoesNotFit(says("must be at most " + most.toPlainString()));
        }
        JsonNode digits = field.schema().path("decimalDigits");
        if (digits.isInt() && number.stripTrailingZeros().scale() > digits.intValue()) {
            throw new DoesNotFit(says("must have at most " + digits.intValue() + " decimal digits"));
        }
        JsonNode increment = field.schema().path("increment");
        if (increment.isValueNode() && !increment.asText().isBlank()
                && number.remainder(new BigDecimal(increment.asText())).signum() != 0) {
            throw new DoesNotFit(says("must be a multiple of " + increment.asText()));
        }
        return value;
    }

    private Object option(Object value, List<Object> options) throws DoesNotFit {
        for (Object option : options) {
            if (Values.same(option, value)) {
                return option;
            }
        }
        throw new DoesNotFit(says("must be one of the choices offered"));
    }

    private List<Object> selection(Object value) throws DoesNotFit {
        List<Object> options = options();
        List<Object> chosen = new ArrayList<>();
        for (Object item : of(List.class, value)) {
            chosen.add(option(item, options));
        }
        if (new HashSet<>(chosen).size() < chosen.size()) {
            throw new DoesNotFit(says("names a choice twice"));
        }
        return List.copyOf(chosen);
    }

    private List<Object> options() {
        JsonNode values = field.schema().path("values");
        if (values.isArray()) {
            List<Object> options = new ArrayList<>();
            values.forEach(value -> options.add(Values.plain(value.path("value"))));
            return options;
        }
        JsonNode expression = field.schema().path("valuesExpression");
        Object source = FormField.isExpression(expression)
                ? feel.evaluate(FormField.expression(expression), context)
                : context.get(field.schema().path("valuesKey").asText());
        return source instanceof List<?> list
                ? list.stream().<Object>map(item -> item instanceof Map<?, ?> map ? map.get("value") : item).toList()
                : List.of();
    }

    private String moment(String text) throws DoesNotFit {
        boolean local = field.schema().path("timeSerializingFormat").asText().equals("no_timezone");
        try {
            switch (field.schema().path("subtype").asText("date")) {
                case "time" -> {
                    if (local) LocalTime.parse(text); else OffsetTime.parse(text);
                }
                case "datetime" -> {
                    if (local) LocalDateTime.parse(text); else OffsetDateTime.parse(text);
                }
                default -> LocalDate.parse(text);
            }
            return text;
        } catch (DateTimeException e) {
            throw new DoesNotFit(says("must be a date or time as the form writes it"));
        }
    }

    /** A limit of the form, written as a number, as text, or as a FEEL expression; null when there is none. */
    private BigDecimal bound(String rule) {
        JsonNode bound = field.validation(rule);
        Object value = FormField.isExpression(bound)
                ? feel.evaluate(FormField.expression(bound), context)
                : bound.isValueNode() && !bound.asText().isBlank() ? bound.asText() : null;
        return value == null ? null : new BigDecimal(value.toString());
    }

    private <T> T of(Class<T> type, Object value) throws DoesNotFit {
        if (!type.isInstance(value)) {
            throw new DoesNotFit(says("has a value of the wrong kind"));
        }
        return type.cast(value);
    }

    private String says(String what) {
        return "\"" + field.label() + "\" " + what + ".";
    }
}
