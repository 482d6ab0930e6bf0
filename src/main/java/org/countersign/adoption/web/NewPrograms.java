package org.countersign.adoption.web;

import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An entity and its program begin together, or neither. */
@Service
class NewPrograms {

    private final Entities entities;
    private final Programs programs;

    NewPrograms(Entities entities, Programs programs) {
        this.entities = entities;
        this.programs = programs;
    }

    /** @throws IllegalArgumentException when the entity cannot be added; says why */
    @Transactional
    public Program start(Entity entity, String userId) {
        return programs.start(entities.add(entity, userId).id(), userId);
    }
}
