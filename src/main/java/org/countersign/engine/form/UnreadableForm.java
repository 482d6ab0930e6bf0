package org.countersign.engine.form;

/**
 * A form that cannot be checked on the server, so that nobody may complete a task with it: no JSON, a kind of field
 * that is not known here, or two fields with one key.
 */
public class UnreadableForm extends RuntimeException {

    public UnreadableForm(String message) {
        super(message);
    }
}
