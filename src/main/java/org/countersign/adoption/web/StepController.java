package org.countersign.adoption.web;

import org.countersign.adoption.Step;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

import java.security.Principal;
import java.util.UUID;

/**
 * The page of one step: everything that was attached and decided. What was attached is readable for few.
 */
@Controller
class StepController {

    private final ProgramHead head;
    private final Board board;
    private final StepHistory history;
    private final ProgramAccess access;

    StepController(ProgramHead head, Board board, StepHistory history, ProgramAccess access) {
        this.head = head;
        this.board = board;
        this.history = history;
        this.access = access;
    }

    @GetMapping("/program/{id}/steps/{key}")
    String step(@PathVariable UUID id, @PathVariable String key, Principal person, Model model) {
        Step step = Step.of(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        head.open(id, model);
        boolean readable = access.reads(person.getName(), step);
        model.addAttribute("card", board.of(id, step));
        model.addAttribute("readable", readable);
        model.addAttribute("rounds", history.rounds(id, step, readable));
        model.addAttribute("acts", history.acts(id, step));
        return "program/step";
    }
}
