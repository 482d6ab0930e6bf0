package org.countersign.people;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a person does in the organization; each role is a group of the engine with the same id.
 */
public enum Role {
    AUTHOR("author", "Author", false),
    PUBLISHER("publisher", "Publisher", false),
    PROCESS_OWNER("process-owner", "Process owner", false),
    COUNSEL("counsel", "Counsel and records", false),
    CHAIR("workgroup-chair", "Workgroup chair", false),
    EDUCATION("education", "Training and education", false),
    COMMITTEE("compliance-committee", "Compliance committee", false),
    /** Whoever holds a seat of a workgroup; given and taken with the seat. */
    WORKGROUP("workgroup", "Workgroup", false),
    MARKETING("marketing", "Marketing", true),
    MEDIA("media", "Media relations", true),
    LEGAL("legal", "Legal", true),
    PRIVACY("privacy", "Privacy", true),
    COMPLIANCE("compliance", "Compliance", true),
    CLINICAL("clinical", "Clinical", true),
    PHARMACY("pharmacy", "Pharmacy", true),
    RESEARCH("research", "Research", true),
    HR("hr", "Human resources", true),
    PATIENT_EXPERIENCE("patient-experience", "Patient experience", true),
    RISK("risk", "Risk and patient safety", true),
    SECURITY("security", "Information security", true),
    ACCESSIBILITY("accessibility", "Accessibility", true),
    LANGUAGE("language", "Language access", true),
    FOUNDATION("foundation", "Foundation", true),
    SERVICE_LINE("service-line", "Service line", true),
    EXECUTIVE("executive", "Executive", true);

    private final String id;
    private final String label;
    private final boolean reviews;

    Role(String id, String label, boolean reviews) {
        this.id = id;
        this.label = label;
        this.reviews = reviews;
    }

    /** The id of the engine's group, and the word that decision tables and forms use. */
    public String id() {
        return id;
    }

    public String label() {
        return label;
    }

    /** Whether tasks wait for this role in Tasklist. */
    public boolean works() {
        return reviews || this != AUTHOR && this != PROCESS_OWNER;
    }

    /** Whether decision tables may ask this role for a review. */
    public boolean reviews() {
        return reviews;
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
