package org.countersign.training;

import org.countersign.people.Role;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which modules there are, who needs them how often, and when a right ends, as {@code training/modules.yaml} says.
 */
@Component
public class Curriculum {

    private final Table table;
    private final Map<String, TrainingModule> modules = new LinkedHashMap<>();

    Curriculum() {
        this(Tables.read("modules.yaml", Table.class));
    }

    Curriculum(Table table) {
        this.table = table;
        table.modules().forEach(row -> {
            if (modules.put(row.id(), row.module(table)) != null) {
                throw new IllegalStateException("training/modules.yaml has module " + row.id() + " twice.");
            }
        });
    }

    /** All of them in their order, without reading the policy. */
    public List<TrainingModule> modules() {
        return List.copyOf(modules.values());
    }

    public Optional<TrainingModule> find(String id) {
        return Optional.ofNullable(modules.get(id));
    }

    /** How long after it is assigned a module is due. */
    public Duration due() {
        return Duration.ofDays(table.dueDays());
    }

    /** How long before it is due a person is reminded, and a renewal counts as near. */
    public Duration notice() {
        return Duration.ofDays(table.noticeDays());
    }

    /** How long after a module lapsed or came due the right of a role still stands; empty for a right that never ends. */
    public Optional<Duration> grace(Role role) {
        if (role == Role.AUTHOR) {
            return Optional.of(Duration.ofDays(table.grace().authorDays()));
        }
        return role.reviews() ? Optional.of(Duration.ofDays(table.grace().reviewerDays())) : Optional.empty();
    }

    /** Where the rules come from and since when they hold, for the reader of a page. */
    public String source() {
        return table.source() + ", effective " + table.effective();
    }

    /**
     * The file as it is written.
     *
     * @param effective since when the rules hold
     */
    record Table(String version, String source, LocalDate effective, LocalDate checked, int dueDays, int noticeDays,
                 int passMark, Grace grace, Map<String, List<String>> groups, List<Row> modules) {

        Set<Role> roles(List<String> names) {
            return names.stream().flatMap(name -> named(name).stream())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
        }

        private Set<Role> named(String name) {
            return switch (name) {
                case "everybody" -> EnumSet.allOf(Role.class);
                case "reviewers" -> Arrays.stream(Role.values()).filter(Role::reviews).collect(Collectors.toSet());
                default -> groups.containsKey(name) ? roles(groups.get(name)) : Set.of(Role.of(name).orElseThrow(
                        () -> new IllegalStateException("training/modules.yaml names an unknown role: " + name)));
            };
        }
    }

    record Grace(int reviewerDays, int authorDays) {
    }

    record Row(String id, String title, List<String> audience, Period cadence, TrainingModule.Evidence evidence,
               TrainingModule.Record record, String source) {

        TrainingModule module(Table table) {
            return new TrainingModule(id, title, table.roles(audience), cadence, evidence,
                    evidence == TrainingModule.Evidence.QUIZ ? table.passMark() : null, record);
        }
    }
}
