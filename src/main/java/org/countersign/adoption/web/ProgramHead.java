package org.countersign.adoption.web;

import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What every page of a program begins with. */
@Component
class ProgramHead {

    private final Programs programs;
    private final Entities entities;
    private final Directory people;

    ProgramHead(Programs programs, Entities entities, Directory people) {
        this.programs = programs;
        this.entities = entities;
        this.people = people;
    }

    /**
     * Finds the program and leaves it and the name of its entity for the page.
     *
     * @throws ResponseStatusException 404 when there is no such program
     */
    Program open(UUID id, Model model) {
        Program program = find(id);
        model.addAttribute("program", program);
        model.addAttribute("entity", entities.find(program.entity()).map(Entity::name).orElse(program.entity()));
        return program;
    }

    /** @throws ResponseStatusException 404 when there is no such program */
    Program find(UUID id) {
        try {
            return programs.find(id);
        } catch (NoSuchElementException nothing) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, nothing);
        }
    }

    /** Names of people by id. Nobody is looked up twice; who has left is shown by the id. */
    UnaryOperator<String> names() {
        Map<String, String> known = new HashMap<>();
        return userId -> known.computeIfAbsent(userId, id -> people.find(id).map(Person::name).orElse(id));
    }
}
