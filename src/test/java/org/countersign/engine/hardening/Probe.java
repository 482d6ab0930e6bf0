package org.countersign.engine.hardening;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often an expression reached it; harmless. */
public class Probe {

    private final AtomicInteger touched = new AtomicInteger();

    /** What a diagram may name; its method is still not to be called by an expression. */
    public static class Delegate extends Probe implements JavaDelegate {

        @Override
        public void execute(DelegateExecution execution) {
            execution.setVariable("executed", true);
        }
    }

    public String touch() {
        touched.incrementAndGet();
        return "nobody";
    }

    public String getTouched() {
        return touch();
    }

    int count() {
        return touched.get();
    }
}
