package org.countersign.engine.hardening.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.json.SpinJsonNode;
import org.countersign.engine.task.TaskRefused;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns what clients and the engine pass around (typed values, JSON nodes) into plain Java: text, number, boolean, list.
 */
final class PlainValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PlainValues() {
    }

    static Map<String, Object> of(Map<String, Object> values) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (values != null) {
            values.forEach((name, value) -> plain.put(name, of(value)));
        }
        return Collections.unmodifiableMap(plain);
    }

    private static Object of(Object value) {
        if (value instanceof SerializableValue serialized && !serialized.isDeserialized()) {
            return parsed(serialized.getValueSerialized());
        }
        if (value instanceof TypedValue typed) {
            return of(typed.getValue());
        }
        return value instanceof SpinJsonNode node ? parsed(node.toString()) : value;
    }

    private static Object parsed(String json) {
        try {
            return json == null ? null : JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new TaskRefused("A value that was sent is no JSON.");
        }
    }
}
