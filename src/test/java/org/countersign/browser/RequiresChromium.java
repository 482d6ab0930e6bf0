package org.countersign.browser;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

/**
 * Tests in a browser. Where no Chromium is installed each of them is reported as skipped, by its name; with the
 * environment variable {@code CI=true} it fails instead.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(RequiresChromium.Condition.class)
public @interface RequiresChromium {

    class Condition implements ExecutionCondition {

        /** Asked for each method, because a class that is skipped as a whole hides the names of its tests. */
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getTestMethod().isEmpty() ? ConditionEvaluationResult.enabled("decided for each test")
                    : decide(Chromium.find(), "true".equals(System.getenv("CI")));
        }

        static ConditionEvaluationResult decide(Optional<Chromium> chromium, boolean continuousIntegration) {
            if (chromium.isPresent()) {
                return ConditionEvaluationResult.enabled("uses " + chromium.get().browser());
            }
            if (continuousIntegration) {
                throw new AssertionError("CI=true, but no Chromium with its driver: install chromium, chromium-driver");
            }
            return ConditionEvaluationResult.disabled("no Chromium with its driver on this machine");
        }
    }
}
