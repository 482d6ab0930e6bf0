package org.countersign.post;

/**
 * Somebody else saved the post in the meantime. What was typed is kept by the page that reports this.
 */
public class EditConflict extends RuntimeException {

    private final String savedBy;
    private final int revision;

    EditConflict(String savedBy, int revision) {
        super("The post was saved by " + savedBy + " while you were writing.");
        this.savedBy = savedBy;
        this.revision = revision;
    }

    public String savedBy() {
        return savedBy;
    }

    /** The revision that is stored now; saving again with it replaces what the other person saved. */
    public int revision() {
        return revision;
    }
}
