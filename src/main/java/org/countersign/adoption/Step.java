package org.countersign.adoption;

import java.util.Arrays;
import java.util.Optional;

/**
 * The eight steps in which an organization adopts social media, in their order.
 */
public enum Step {
    EXECUTIVE_SUPPORT("executive-support", "Executive support"),
    WORKGROUP("workgroup", "Workgroup"),
    POLICY_AND_TRAINING("policy-and-training", "Policy and training"),
    MONITORING("monitoring", "Monitoring of comments"),
    RECORDS("records", "Records in case of litigation"),
    CONTENT_STRATEGY("content-strategy", "Content strategy and library"),
    REVIEW_PROCESS("review-process", "Legal and compliance review"),
    EXECUTIVE_FEEDBACK("executive-feedback", "Feedback to executives");

    private final String key;
    private final String label;

    Step(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** From 1 to 8. */
    public int number() {
        return ordinal() + 1;
    }

    /** The key of the step's process, and its word in addresses. */
    public String key() {
        return key;
    }

    public String label() {
        return label;
    }

    /** @throws IllegalArgumentException when the number is not one from 1 to 8 */
    public static Step of(int number) {
        if (number < 1 || number > values().length) {
            throw new IllegalArgumentException("There is no step " + number);
        }
        return values()[number - 1];
    }

    public static Optional<Step> of(String key) {
        return Arrays.stream(values()).filter(step -> step.key.equals(key)).findFirst();
    }
}
