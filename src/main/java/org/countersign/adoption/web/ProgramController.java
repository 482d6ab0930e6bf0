package org.countersign.adoption.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.adoption.Program;
import org.countersign.adoption.Programs;
import org.countersign.adoption.StepRefused;
import org.countersign.adoption.crisis.Crises;
import org.countersign.adoption.crisis.CrisisRules;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The programs of the organization's entities, and the board of each: readable by all staff.
 */
@Controller
@RequestMapping("/program")
class ProgramController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Programs programs;
    private final NewPrograms newPrograms;
    private final Entities entities;
    private final Board board;
    private final ProgramHead head;
    private final ProgramAccess access;
    private final Crises crises;
    private final CrisisRules plan;

    ProgramController(Programs programs, NewPrograms newPrograms, Entities entities, Board board, ProgramHead head,
                      ProgramAccess access, Crises crises, CrisisRules plan) {
        this.programs = programs;
        this.newPrograms = newPrograms;
        this.entities = entities;
        this.board = board;
        this.head = head;
        this.access = access;
        this.crises = crises;
        this.plan = plan;
    }

    /** An entity with the board of its program, empty as long as it has none. */
    record Row(Entity entity, Program program, List<StepCard> steps) {

        public long standing() {
            return steps.stream().filter(step -> step.validUntil() != null).count();
        }

        public List<StepCard> overdue() {
            return steps.stream().filter(StepCard::overdue).toList();
        }
    }

    @GetMapping
    String list(Principal person, Model model) {
        return page("", "", null, person, model);
    }

    @PostMapping
    String add(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String entity,
               Principal person, Model model, HttpServletResponse response) {
        ProgramAccess.require(access.starts(person.getName()));
        try {
            return open(newPrograms.start(new Entity(entity.strip(), name.strip()), person.getName()));
        } catch (IllegalArgumentException | StepRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(name, entity, refused.getMessage(), person, model);
        }
    }

    @PostMapping("/start")
    String start(@RequestParam String entity, Principal person, Model model, HttpServletResponse response) {
        ProgramAccess.require(access.starts(person.getName()));
        try {
            return open(programs.start(entity, person.getName()));
        } catch (StepRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page("", "", refused.getMessage(), person, model);
        }
    }

    @GetMapping("/{id}")
    String board(@PathVariable UUID id, Model model) {
        head.open(id, model);
        List<StepCard> steps = board.of(id);
        model.addAttribute("first", steps.subList(0, 3));
        model.addAttribute("parallel", steps.subList(3, 7));
        model.addAttribute("last", steps.subList(7, 8));
        return "program/board";
    }

    @GetMapping("/{id}/board.csv")
    ResponseEntity<String> csv(@PathVariable UUID id) {
        Program program = head.find(id);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("Number", "Step", "State", "Since", "Valid until", "Next review", "Owner", "Held by", "Answers",
                "Answered by", "Round of work", "Missing", "Overdue"));
        board.of(id).forEach(step -> lines.add(line(step)));
        return ResponseEntity.ok().contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("program-" + program.entity() + ".csv").build().toString())
                .body(Csv.of(lines));
    }

    private static List<String> line(StepCard card) {
        List<String> line = new ArrayList<>(List.of(Integer.toString(card.step().number()), card.step().label(),
                card.state().label()));
        line.add(card.since());
        line.add(card.validUntil());
        line.add(card.nextReview());
        line.addAll(List.of(card.owner().role(), card.owner().who(), card.answers().role(), card.answers().who()));
        line.add(card.round());
        line.add(String.join(" ", card.missing()));
        line.add(card.overdue() ? "yes" : "no");
        return line;
    }

    private String page(String name, String entity, String problem, Principal person, Model model) {
        model.addAttribute("rows", entities.all().stream().map(this::row).toList());
        model.addAttribute("starts", access.starts(person.getName()));
        model.addAttribute("crisis", crises.inForce().map(crisis -> plan.causes().get(crisis.cause()) + ", level "
                + crisis.level()).orElse(null));
        model.addAttribute("team", plan.onTeam(person.getName()));
        model.addAttribute("name", name);
        model.addAttribute("id", entity);
        model.addAttribute("problem", problem);
        return "program/programs";
    }

    private Row row(Entity entity) {
        Program program = programs.ofEntity(entity.id()).orElse(null);
        return new Row(entity, program, program == null ? List.of() : board.of(program.id()));
    }

    private static String open(Program program) {
        return "redirect:/program/" + program.id();
    }
}
