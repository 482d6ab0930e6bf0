package org.countersign.engine.form;

/** One value that does not fit its field; collected, so that a person sees all of them at once. */
class DoesNotFit extends Exception {

    DoesNotFit(String message) {
        super(message, null, false, false);
    }
}
