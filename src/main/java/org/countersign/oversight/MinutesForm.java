package org.countersign.oversight;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * The minutes as somebody typed them; empty rows are rows that were not needed.
 *
 * @param decision one text for each row
 * @param action   what is to be done, one text for each row
 * @param owner    user ids, one for each action
 * @param due      days as {@code 2026-11-23}, one for each action
 */
record MinutesForm(List<String> decision, List<String> action, List<String> owner, List<String> due) {

    private static final int MOST = 50;

    MinutesForm {
        decision = rows(decision, 1);
        action = rows(action, 2);
        owner = rows(owner, action.size());
        due = rows(due, action.size());
    }

    static MinutesForm empty() {
        return new MinutesForm(null, null, null, null);
    }

    MinutesForm withAnotherDecision() {
        return new MinutesForm(rows(decision, Math.min(MOST, decision.size() + 1)), action, owner, due);
    }

    MinutesForm withAnotherAction() {
        return new MinutesForm(decision, rows(action, Math.min(MOST, action.size() + 1)), owner, due);
    }

    /** @throws ReportRefused when a day cannot be read */
    List<Minute> minutes() {
        List<Minute> minutes = new ArrayList<>();
        decision.stream().filter(text -> !text.isBlank()).forEach(text -> minutes.add(Minute.decision(text.strip())));
        for (int row = 0; row < action.size(); row++) {
            if (!(action.get(row) + owner.get(row) + due.get(row)).isBlank()) {
                minutes.add(Minute.action(action.get(row).strip(), owner.get(row).strip(), day(due.get(row).strip())));
            }
        }
        return minutes;
    }

    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ReportRefused("Give days like this: 2026-11-23.");
        }
    }

    private static List<String> rows(List<String> typed, int least) {
        List<String> rows = new ArrayList<>(typed == null ? List.of() : typed);
        while (rows.size() < least) {
            rows.add("");
        }
        return rows;
    }
}
