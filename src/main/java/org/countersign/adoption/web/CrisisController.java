package org.countersign.adoption.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.adoption.StepRefused;
import org.countersign.adoption.crisis.Crises;
import org.countersign.adoption.crisis.Crisis;
import org.countersign.adoption.crisis.CrisisPlan;
import org.countersign.adoption.crisis.CrisisRules;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;

/**
 * The page of the crisis team. One page, because nobody looks for pages in a crisis.
 */
@Controller
@RequestMapping("/program/crisis")
class CrisisController {

    private final Crises crises;
    private final CrisisPlan plan;
    private final CrisisRules rules;
    private final ProgramHead head;
    private final ZoneId zone;
    private final Clock clock;

    CrisisController(Crises crises, CrisisPlan plan, CrisisRules rules, ProgramHead head, ZoneId zone, Clock clock) {
        this.crises = crises;
        this.plan = plan;
        this.rules = rules;
        this.head = head;
        this.zone = zone;
        this.clock = clock;
    }

    @GetMapping
    String page(Principal person, Model model) {
        return page(Map.of(), null, person, model);
    }

    @PostMapping
    String declare(@RequestParam(defaultValue = "0") int level, @RequestParam(defaultValue = "") String cause,
                   @RequestParam Map<String, String> typed, Principal person, Model model, HttpServletResponse response) {
        return act(() -> crises.declare(level, cause, person.getName()), typed, person, model, response);
    }

    @PostMapping("/{id}/{act:confirm|end|report}")
    String change(@PathVariable UUID id, @PathVariable String act, @RequestParam Map<String, String> typed,
                  Principal person, Model model, HttpServletResponse response) {
        return act(() -> {
            switch (act) {
                case "confirm" -> crises.confirm(id, person.getName());
                case "end" -> crises.end(id, person.getName());
                default -> crises.report(id, typed.get("report"), person.getName());
            }
        }, typed, person, model, response);
    }

    @PostMapping("/statements")
    String propose(@RequestParam Map<String, String> typed, Principal person, Model model, HttpServletResponse response) {
        return act(() -> plan.propose(typed.get("heading"), typed.get("wording"), person.getName()), typed, person, model,
                response);
    }

    @PostMapping("/statements/{id}/{act:approve|retire}")
    String statement(@PathVariable UUID id, @PathVariable String act, Principal person, Model model,
                     HttpServletResponse response) {
        return act(() -> {
            if (act.equals("approve")) {
                plan.approve(id, person.getName());
            } else {
                plan.retire(id, person.getName());
            }
        }, Map.of(), person, model, response);
    }

    @PostMapping("/drills")
    String drill(@RequestParam Map<String, String> typed, Principal person, Model model, HttpServletResponse response) {
        return act(() -> plan.drill(TypedDay.of(typed.get("heldOn")), typed.get("scenario"), typed.get("findings"),
                person.getName()), typed, person, model, response);
    }

    private String act(Runnable act, Map<String, String> typed, Principal person, Model model,
                       HttpServletResponse response) {
        ProgramAccess.require(rules.onTeam(person.getName()));
        try {
            act.run();
            return "redirect:/program/crisis";
        } catch (StepRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(typed, refused.getMessage(), person, model);
        }
    }

    private String page(Map<String, String> typed, String problem, Principal person, Model model) {
        ProgramAccess.require(rules.onTeam(person.getName()));
        Crisis current = crises.all().stream().filter(crisis -> !crisis.ended()).findFirst().orElse(null);
        model.addAttribute("current", current);
        model.addAttribute("waits", current != null && crises.inForce().isEmpty());
        model.addAttribute("past", crises.all().stream().filter(Crisis::ended).toList());
        model.addAttribute("statements", plan.statements());
        model.addAttribute("drills", plan.drills());
        model.addAttribute("drillDue", plan.drills().isEmpty()
                || plan.drills().get(0).heldOn().plus(rules.drillEvery()).isBefore(LocalDate.ofInstant(clock.instant(), zone)));
        model.addAttribute("rules", rules);
        model.addAttribute("names", head.names());
        model.addAttribute("me", person.getName());
        model.addAttribute("now", clock.instant());
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), zone));
        model.addAttribute("typed", typed);
        model.addAttribute("problem", problem);
        return "program/crisis";
    }
}
