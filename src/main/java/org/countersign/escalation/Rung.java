package org.countersign.escalation;

/**
 * One row of the table of rungs.
 *
 * @param number            its place in the ladder, unique for a process
 * @param moment            from when it counts
 * @param afterBusinessDays how many business days after that moment
 * @param to                who is told
 * @param everyBusinessDays after how many business days they are told again; 0 for once
 */
public record Rung(int number, Moment moment, int afterBusinessDays, Level to, int everyBusinessDays) {

    boolean recurs() {
        return everyBusinessDays > 0;
    }

    Rung recurringEvery(int businessDays) {
        return new Rung(number, moment, afterBusinessDays, to, businessDays);
    }
}
