package org.countersign.training;

import org.countersign.ledger.Actor;
import org.countersign.ledger.Ledger;
import org.countersign.ledger.LedgerEntry;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Who must have which training by when. Before training was launched for an entity nothing is required of anybody.
 */
@Service
public class Training {

    private final Audience audience;
    private final Assignments assignments;
    private final Curriculum curriculum;
    private final Lessons lessons;
    private final Directory directory;
    private final Entities entities;
    private final Ledger ledger;
    private final Clock clock;

    Training(Audience audience, Assignments assignments, Curriculum curriculum, Lessons lessons, Directory directory,
             Entities entities, Ledger ledger, Clock clock) {
        this.audience = audience;
        this.assignments = assignments;
        this.curriculum = curriculum;
        this.lessons = lessons;
        this.directory = directory;
        this.entities = entities;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Requires training of everybody from now on; a second launch changes nothing.
     *
     * @throws Refused when there is no such entity
     */
    @Transactional
    public void launch(String entity, String byUserId) {
        if (entities.find(entity).isEmpty()) {
            throw new Refused("There is no such entity. Choose one of the entities of the organization.");
        }
        Instant now = clock.instant();
        if (assignments.launch(entity, now, byUserId)) {
            assignMissing();
            ledger.append(new LedgerEntry(stream("launch:" + entity), "training.launched", Actor.staff(byUserId), now,
                    Map.of("entity", entity), Map.of("modules", audience.required().stream().map(TrainingModule::id).toList(),
                    "curriculum", curriculum.source())));
        }
    }

    /** Since when training is required for an entity; empty before its launch. */
    public Optional<Instant> launchedAt(String entity) {
        return Optional.ofNullable(assignments.launches().get(entity));
    }

    /** Assigns what is missing to everybody, new holders of a role included, and outdates what no longer counts. */
    @Transactional
    public void assignMissing() {
        assign(audience.everybody());
    }

    /** The entities for which training is required. */
    public Set<String> everLaunched() {
        return assignments.launches().keySet();
    }

    /** A policy in force asks for training, and each new version must be read by everybody. */
    @EventListener
    @Transactional
    public void published(PolicyPublished policy) {
        launch(policy.entity(), policy.byUserId());
        assignMissing();
    }

    /** The modules of a person in the order of the curriculum; what a new role needs is assigned at this look. */
    @Transactional
    public List<Assigned> of(String userId) {
        Optional<Person> person = directory.find(userId);
        person.ifPresent(found -> assign(List.of(found)));
        Set<String> roles = person.map(Person::roles).orElse(Set.of());
        Instant now = clock.instant();
        return audience.required().stream().filter(module -> module.neededBy(roles))
                .flatMap(module -> assignments.find(userId, module.id()).stream()
                        .map(found -> new Assigned(module, found, found.state(now, curriculum.notice())))).toList();
    }

    /**
     * How many of those who hold one of the roles have the training that these roles need.
     *
     * @param roles roles to look at; everybody when empty
     */
    @Transactional(readOnly = true)
    public Coverage coverage(Collection<Role> roles, Instant now) {
        List<TrainingModule> modules = audience.required();
        return Coverage.of(modules.isEmpty() ? curriculum.modules() : modules, audience.everybody(), assignments.all(),
                roles.isEmpty() ? Set.of(Role.values()) : Set.copyOf(roles), now);
    }

    private void assign(Collection<Person> people) {
        Instant now = clock.instant();
        Instant due = now.plus(curriculum.due());
        for (TrainingModule module : audience.required()) {
            lessons.find(module.id()).ifPresent(lesson -> assignments.outdate(module.id(), lesson.countsSince(), due));
            assignments.assign(module.id(), people.stream().filter(person -> module.neededBy(person.roles()))
                    .map(Person::id).toList(), now, due);
        }
    }

    /** The ledger stream of a person's training. */
    static UUID stream(String name) {
        return UUID.nameUUIDFromBytes(("training:" + name).getBytes(UTF_8));
    }

    /** A module of a person, and how it stands. */
    public record Assigned(TrainingModule module, Assignment assignment, Assignment.State state) {
    }
}
