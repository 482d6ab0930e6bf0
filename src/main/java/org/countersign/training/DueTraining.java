package org.countersign.training;

import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is due or overdue of whom, for reminders and escalation. People who left, and modules that a person no longer needs,
 * are not in it.
 */
@Component
public class DueTraining {

    private final Assignments assignments;
    private final Lessons lessons;
    private final Directory directory;

    DueTraining(Assignments assignments, Lessons lessons, Directory directory) {
        this.assignments = assignments;
        this.lessons = lessons;
        this.directory = directory;
    }

    /**
     * One module of one person.
     *
     * @param overdue whether the moment has passed
     */
    public record Item(Person person, TrainingModule module, Instant dueAt, boolean overdue) {
    }

    /** Everything that is overdue at a moment or comes due within the given time after it, by person and date. */
    public List<Item> within(Duration ahead, Instant now) {
        Map<String, List<Assignment>> due = new LinkedHashMap<>();
        assignments.dueBefore(now.plus(ahead)).forEach(assignment ->
                due.computeIfAbsent(assignment.userId(), id -> new ArrayList<>()).add(assignment));
        Map<String, Optional<Lesson>> known = new LinkedHashMap<>();
        List<Item> items = new ArrayList<>();
        due.forEach((userId, all) -> directory.find(userId).ifPresent(person -> all.forEach(assignment ->
                known.computeIfAbsent(assignment.module(), lessons::find).map(Lesson::module)
                        .filter(module -> module.neededBy(person.roles()))
                        .ifPresent(module -> items.add(new Item(person, module, assignment.dueAt(),
                                !now.isBefore(assignment.dueAt())))))));
        return items;
    }
}
