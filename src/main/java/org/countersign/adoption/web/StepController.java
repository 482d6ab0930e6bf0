package org.countersign.adoption.web;

import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.adoption.Step;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import java.security.Principal;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * The page of one step: everything that was attached and decided. What was attached is readable for few.
 */
@Controller
class StepController {

    private final Programs programs;
    private final Entities entities;
    private final Board board;
    private final StepHistory history;
    private final ProgramAccess access;

    StepController(Programs programs, Entities entities, Board board, StepHistory history, ProgramAccess access) {
        this.programs = programs;
        this.entities = entities;
        this.board = board;
        this.history = history;
        this.access = access;
    }

    @GetMapping("/program/{id}/steps/{key}")
    String step(@PathVariable UUID id, @PathVariable String key, Principal person, Model model) {
        Step step = Step.of(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Program program = find(id);
        boolean readable = access.reads(person.getName(), step);
        model.addAttribute("program", program);
        model.addAttribute("entity", entities.find(program.entity()).map(Entity::name).orElse(program.entity()));
        model.addAttribute("card", board.of(id, step));
        model.addAttribute("readable", readable);
        model.addAttribute("rounds", history.rounds(id, step, readable));
        model.addAttribute("acts", history.acts(id, step));
        return "program/step";
    }

    private Program find(UUID id) {
        try {
            return programs.find(id);
        } catch (NoSuchElementException nothing) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, nothing);
        }
    }
}
