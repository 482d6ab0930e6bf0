package org.countersign.adoption.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.adoption.StepRefused;
import org.countersign.adoption.web.SeatRows.Option;
import org.countersign.adoption.workgroup.Roster;
import org.countersign.adoption.workgroup.Seat;
import org.countersign.adoption.workgroup.WorkgroupRules;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where the chair fills a seat, notes that a function declines it, or takes everybody from it.
 */
@Controller
@RequestMapping("/program/{id}/workgroup/seats/{seat}")
class SeatController {

    private final ProgramHead head;
    private final ProgramAccess access;
    private final Roster roster;
    private final WorkgroupRules charter;
    private final Directory people;

    SeatController(ProgramHead head, ProgramAccess access, Roster roster, WorkgroupRules charter, Directory people) {
        this.head = head;
        this.access = access;
        this.roster = roster;
        this.charter = charter;
        this.people = people;
    }

    @GetMapping
    String open(@PathVariable UUID id, @PathVariable String seat, Principal person, Model model) {
        head.open(id, model);
        Role role = allowed(seat, person);
        Seat now = roster.seats(id).stream().filter(one -> one.role() == role).findFirst().orElseThrow();
        return page(role, SeatForm.of(now), null, model);
    }

    @PostMapping
    String save(@PathVariable UUID id, @PathVariable String seat, @ModelAttribute SeatForm form, Principal person,
                Model model, HttpServletResponse response) {
        head.open(id, model);
        Role role = allowed(seat, person);
        try {
            save(id, role, form, person.getName());
            return "redirect:/program/" + id + "/workgroup";
        } catch (StepRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(role, form, refused.getMessage(), model);
        }
    }

    private void save(UUID id, Role role, SeatForm form, String userId) {
        switch (form.act() == null ? "" : form.act()) {
            case "seat" -> roster.seat(id, role, form.sitsAsMember(), form.sitsAsDelegate(), userId);
            case "decline" -> roster.decline(id, role, form.answeredBy(), userId);
            case "vacate" -> roster.vacate(id, role, userId);
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private String page(Role role, SeatForm form, String problem, Model model) {
        model.addAttribute("role", role);
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("qualification", charter.qualification(role).orElse(null));
        model.addAttribute("candidates", options(people.members(role).stream()));
        model.addAttribute("declinable", !charter.indispensable(role));
        model.addAttribute("others", options(Stream.concat(charter.seats().stream(), Stream.of(Role.CHAIR, Role.EXECUTIVE))
                .flatMap(one -> people.members(one).stream())));
        return "program/seat";
    }

    private Role allowed(String seat, Principal person) {
        ProgramAccess.require(access.chairs(person.getName()));
        return Role.of(seat).filter(charter.seats()::contains)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Option> options(Stream<Person> people) {
        return people.map(person -> new Option(person.id(), person.name())).distinct().toList();
    }
}
