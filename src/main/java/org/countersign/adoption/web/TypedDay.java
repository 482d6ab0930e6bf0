package org.countersign.adoption.web;

import org.countersign.adoption.StepRefused;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A day as a form sends it. */
final class TypedDay {

    private TypedDay() {
    }

    /**
     * Null when nothing was typed.
     *
     * @throws StepRefused when it is not a day
     */
    static LocalDate of(String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            throw new StepRefused("Enter days like 2026-11-22.");
        }
    }
}
