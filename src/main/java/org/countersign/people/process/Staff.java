package org.countersign.people.process;

import org.countersign.people.Role;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import static org.countersign.people.Role.ACCESSIBILITY;
import static org.countersign.people.Role.AUTHOR;
import static org.countersign.people.Role.CHAIR;
import static org.countersign.people.Role.CLINICAL;
import static org.countersign.people.Role.COMMITTEE;
import static org.countersign.people.Role.COMPLIANCE;
import static org.countersign.people.Role.COUNSEL;
import static org.countersign.people.Role.EDUCATION;
import static org.countersign.people.Role.EXECUTIVE;
import static org.countersign.people.Role.FOUNDATION;
import static org.countersign.people.Role.HR;
import static org.countersign.people.Role.LANGUAGE;
import static org.countersign.people.Role.LEGAL;
import static org.countersign.people.Role.MARKETING;
import static org.countersign.people.Role.MEDIA;
import static org.countersign.people.Role.PATIENT_EXPERIENCE;
import static org.countersign.people.Role.PHARMACY;
import static org.countersign.people.Role.PRIVACY;
import static org.countersign.people.Role.PROCESS_OWNER;
import static org.countersign.people.Role.PUBLISHER;
import static org.countersign.people.Role.RESEARCH;
import static org.countersign.people.Role.RISK;
import static org.countersign.people.Role.SECURITY;
import static org.countersign.people.Role.SERVICE_LINE;

/**
 * The staff of Harbor Vale Hospital, which does not exist. Every role is held by somebody, and those who hold several share
 * them so that no post needs the same person for two.
 */
enum Staff {
    ANA("Ana", "Alvarez", AUTHOR),
    BEN("Ben", "Okafor", AUTHOR),
    PAUL("Paul", "Lindqvist", PUBLISHER, PROCESS_OWNER),
    LENA("Lena", "Brandt", LEGAL, COUNSEL),
    PIA("Pia", "Moreau", PRIVACY),
    CARL("Carl", "Ndiaye", COMPLIANCE),
    CLARA("Clara", "Whitfield", CLINICAL),
    MARA("Mara", "Sato", MARKETING, CHAIR),
    NOAH("Noah", "Fischer", MEDIA, LANGUAGE),
    HUGO("Hugo", "Petrov", HR, LANGUAGE, EDUCATION),
    PETRA("Petra", "Lang", PHARMACY, RESEARCH),
    RITA("Rita", "Campos", RISK, RESEARCH, PATIENT_EXPERIENCE, COUNSEL),
    SAM("Sam", "Yilmaz", SECURITY, ACCESSIBILITY),
    IRIS("Iris", "Novak", ACCESSIBILITY, FOUNDATION, SERVICE_LINE, PATIENT_EXPERIENCE),
    EVELYN("Evelyn", "Hart", EXECUTIVE),
    BETH("Beth", "Lindgren", COMMITTEE),
    ADMIN("Adam", "Reyes");

    private final String firstName;
    private final String lastName;
    private final List<Role> roles;

    Staff(String firstName, String lastName, Role... roles) {
        this.firstName = firstName;
        this.lastName = lastName;
        this.roles = List.of(roles);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String firstName() {
        return firstName;
    }

    String lastName() {
        return lastName;
    }

    /** Mail address below the reserved domain of RFC 2606: no mail ever arrives. */
    String address() {
        return id() + "@harborvale.example";
    }

    List<Role> roles() {
        return roles;
    }

    boolean administrates() {
        return this == ADMIN;
    }

    String duties() {
        return administrates() ? "Administrator" : roles.stream().map(Role::label).collect(Collectors.joining(", "));
    }

    /** Who can sign in and for what, one person in each line. */
    static String table() {
        return Arrays.stream(values())
                .map(person -> "  %-7s %-16s %s".formatted(person.id(),
                        person.firstName + " " + person.lastName, person.duties()))
                .collect(Collectors.joining("\n"));
    }
}
