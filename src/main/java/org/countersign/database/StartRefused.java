package org.countersign.database;

/**
 * The application must not start like this. Shown to the operator as one line that says what is wrong and one that
 * says what to do, without a stack trace.
 */
class StartRefused extends RuntimeException {

    private final String remedy;

    StartRefused(String problem, String remedy) {
        this(problem, remedy, null);
    }

    StartRefused(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
