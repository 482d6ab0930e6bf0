package org.countersign.engine.hardening;

import org.camunda.bpm.engine.runtime.DeserializationTypeValidator;

import java.util.Set;

/**
 * The types that JSON in a variable may become: plain values in lists and maps. A variable names its own Java type, and a
 * free choice would let whoever writes it choose which class is built.
 */
class PlainTypes implements DeserializationTypeValidator {

    private static final Set<String> ALLOWED = Set.of(
            "java.lang.String", "java.lang.Boolean", "java.lang.Integer", "java.lang.Long", "java.lang.Double",
            "java.lang.Object", "java.util.ArrayList", "java.util.HashMap", "java.util.LinkedHashMap");

    @Override
    public boolean validate(String type) {
        return type == null || type.isBlank() || ALLOWED.contains(type.strip());
    }
}
