package org.countersign.screening;

/** What a finding asks for. */
public enum Severity {
    /** Nothing goes out until the named role has determined that the finding does not apply, or the post is changed. */
    BLOCK,
    /** A named reviewer must look. */
    REVIEW,
    /** The author must take note. */
    WARN
}
