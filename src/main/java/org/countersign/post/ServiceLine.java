package org.countersign.post;

/**
 * The part of care a post is about, as far as the law treats it with special care (42 CFR Part 2, state law).
 */
public enum ServiceLine {
    GENERAL("General"), SUD("Substance use"), BH("Behavioral health"), HIV("HIV"), REPRO("Reproductive health"),
    PEDS("Children");

    private final String label;

    ServiceLine(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
