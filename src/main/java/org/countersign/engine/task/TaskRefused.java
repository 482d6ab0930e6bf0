package org.countersign.engine.task;

import org.camunda.bpm.engine.BadUserRequestException;

/**
 * A person may not take or complete this task, or not like this. Reaches REST clients and Tasklist as a 400 with its
 * message, which says what to do instead and never repeats what was typed.
 */
public class TaskRefused extends BadUserRequestException {

    public TaskRefused(String message) {
        super(message);
    }
}
