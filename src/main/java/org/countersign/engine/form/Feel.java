package org.countersign.engine.form;

import java.util.Map;

/**
 * Evaluates the FEEL expressions that a form carries.
 */
@FunctionalInterface
public interface Feel {

    /**
     * @param expression without the leading equals sign that marks an expression in a form
     * @throws RuntimeException when the expression cannot be parsed or evaluated
     */
    Object evaluate(String expression, Map<String, Object> context);
}
