package org.countersign.screening;

import java.util.List;

/**
 * One row of the catalog of findings.
 *
 * @param code      {@code P1}, {@code M1}, {@code A1}; decision tables know the same codes
 * @param meaning   what it says, for people
 * @param severity  what it asks for, unless the rule that found it asks for less
 * @param roles     ids of the roles that must look; empty when the author alone must take note
 * @param clearable whether one of the roles may determine that the finding does not apply; if not, the post must change
 * @param citation  the law or guideline
 */
public record FindingCode(String code, String meaning, Severity severity, List<String> roles, boolean clearable,
                          String citation) {

    public FindingCode {
        roles = List.copyOf(roles);
    }
}
