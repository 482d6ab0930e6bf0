package org.countersign.oversight;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.countersign.engine.access.Authorities;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The quarterly reports: building and delivering by marketing and compliance, acknowledging by executives.
 */
@Controller
class ReportController {

    private static final int LISTED = 100;
    private static final int QUARTERS = 6;

    private final QuarterlyReport reports;
    private final ReportStore store;
    private final Entities entities;
    private final Directory directory;
    private final ZoneId zone;
    private final Clock clock;

    ReportController(QuarterlyReport reports, ReportStore store, Entities entities, Directory directory, ZoneId organizationZone,
                     Clock clock) {
        this.reports = reports;
        this.store = store;
        this.entities = entities;
        this.directory = directory;
        this.zone = organizationZone;
        this.clock = clock;
    }

    @GetMapping("/reports")
    String list(Principal person, Model model) {
        model.addAttribute("reports", store.newest(LISTED));
        model.addAttribute("entities", entities.all());
        model.addAttribute("quarters", Stream.iterate(Quarter.of(LocalDate.ofInstant(clock.instant(), zone)), Quarter::previous)
                .limit(QUARTERS).toList());
        model.addAttribute("builds", builds(person));
        return "oversight/reports";
    }

    @PostMapping("/reports")
    String build(@RequestParam String entity, @RequestParam String quarter, Principal person, Model model,
                 HttpServletResponse answer) {
        requireBuilder(person);
        try {
            return "redirect:/reports/" + reports.build(entity, Quarter.parse(quarter), person.getName());
        } catch (ReportRefused | IllegalArgumentException refused) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("mistake", refused.getMessage());
            model.addAttribute("entity", entity);
            model.addAttribute("quarter", quarter);
            return list(person, model);
        }
    }

    @GetMapping("/reports/{id}")
    String show(@PathVariable UUID id, Principal person, Model model) {
        ReportState report = reports.state(id);
        model.addAttribute("report", report);
        model.addAttribute("entity", entities.find(report.entity()).orElseThrow());
        model.addAttribute("minutes", store.minutes(id));
        model.addAttribute("people", everybody());
        model.addAttribute("builds", builds(person));
        model.addAttribute("executive", holds(person, Role.EXECUTIVE));
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", MinutesForm.empty());
        }
        return "oversight/report-page";
    }

    @GetMapping("/reports/{id}.pdf")
    ResponseEntity<byte[]> file(@PathVariable UUID id) {
        ReportState report = reports.state(id);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Content-Disposition",
                "inline; filename=\"report-" + report.entity() + "-" + report.quarter() + ".pdf\"").body(store.pdf(id));
    }

    @PostMapping("/reports/{id}/delivery")
    String deliver(@PathVariable UUID id, Principal person, Model model, HttpServletResponse answer) {
        requireBuilder(person);
        try {
            reports.deliver(id, person.getName());
            return "redirect:/reports/" + id;
        } catch (ReportRefused refused) {
            return refused(id, refused, person, model, answer);
        }
    }

    /** What was typed stays in the form until it is accepted. */
    @PostMapping("/reports/{id}/acknowledgment")
    String acknowledge(@PathVariable UUID id, @RequestParam(defaultValue = "") String add, HttpServletRequest request,
                       Principal person, Model model, HttpServletResponse answer) {
        MinutesForm form = new MinutesForm(typed(request, "decision"), typed(request, "action"), typed(request, "owner"),
                typed(request, "due"));
        if (!add.isEmpty()) {
            model.addAttribute("form", add.equals("decision") ? form.withAnotherDecision() : form.withAnotherAction());
            return show(id, person, model);
        }
        try {
            reports.acknowledge(id, person.getName(), form.minutes());
            return "redirect:/reports/" + id;
        } catch (ReportRefused refused) {
            model.addAttribute("form", form);
            return refused(id, refused, person, model, answer);
        }
    }

    @PostMapping("/reports/actions/{minute}/done")
    String done(@PathVariable UUID minute, Principal person) {
        if (!builds(person) && !holds(person, Role.EXECUTIVE)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return "redirect:/reports/" + reports.done(minute, person.getName());
    }

    private String refused(UUID id, ReportRefused refused, Principal person, Model model, HttpServletResponse answer) {
        answer.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("mistake", refused.getMessage());
        return show(id, person, model);
    }

    private static List<String> typed(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : new ArrayList<>(Arrays.asList(values));
    }

    private void requireBuilder(Principal person) {
        if (!builds(person)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private boolean builds(Principal person) {
        return holds(person, Role.MARKETING) || holds(person, Role.COMPLIANCE) || directory.find(person.getName())
                .filter(one -> one.roles().stream().map(Authorities::ofGroup).anyMatch(Authorities.ADMINISTRATOR::equals))
                .isPresent();
    }

    private boolean holds(Principal person, Role role) {
        return directory.find(person.getName()).filter(one -> one.has(role)).isPresent();
    }

    /** Whoever has any role, by name. */
    private List<Person> everybody() {
        return Arrays.stream(Role.values()).flatMap(role -> directory.members(role).stream()).distinct()
                .sorted(Comparator.comparing(Person::name)).toList();
    }
}
