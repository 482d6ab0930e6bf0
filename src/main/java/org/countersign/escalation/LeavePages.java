package org.countersign.escalation;

import org.countersign.businesstime.OrganizationTime;
import org.countersign.engine.access.Authorities;
import org.countersign.engine.task.TaskRefused;
import org.countersign.people.Absence;
import org.countersign.people.Absences;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who is away: everybody their own absence, administrators all. A deputy finds here what can be taken over.
 */
@Controller
@RequestMapping("/leave")
class LeavePages {

    /** What was typed, so that a refusal loses nothing. */
    record Form(String person, LocalDate from, LocalDate to, String deputy, Absence.Reason reason) {
    }

    private final Absences absences;
    private final TakeOver takeOver;
    private final Directory directory;
    private final OrganizationTime time;

    LeavePages(Absences absences, TakeOver takeOver, Directory directory, OrganizationTime time) {
        this.absences = absences;
        this.takeOver = takeOver;
        this.directory = directory;
        this.time = time;
    }

    @GetMapping
    String page(Authentication person, Model model) {
        return page(new Form(person.getName(), null, null, null, Absence.Reason.LEAVE), null, person, model);
    }

    @PostMapping
    String enter(@RequestParam(required = false) String who, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                 @RequestParam(required = false) LocalDate from, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                 @RequestParam(required = false) LocalDate to, @RequestParam(required = false) String deputy,
                 @RequestParam(required = false) Absence.Reason reason, Authentication person, Model model,
                 HttpServletResponse response) {
        Form form = new Form(administers(person) && who != null ? who : person.getName(), from, to, deputy, reason);
        try {
            absences.enter(form.person(), from, to, deputy, reason, person.getName());
        } catch (IllegalArgumentException refusal) {
            return refused(refusal.getMessage(), form, person, model, response);
        }
        return "redirect:/leave";
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id, Authentication person, Model model, HttpServletResponse response) {
        Form empty = new Form(person.getName(), null, null, null, Absence.Reason.LEAVE);
        try {
            absences.find(id).filter(absence -> !mayChange(absence, person)).ifPresent(absence -> {
                throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            });
            absences.cancel(id, person.getName());
        } catch (IllegalArgumentException refusal) {
            return refused(refusal.getMessage(), empty, person, model, response);
        }
        return "redirect:/leave";
    }

    @PostMapping("/take-over")
    String takeOver(@RequestParam String task, Authentication person, Model model, HttpServletResponse response) {
        try {
            takeOver.take(task, person.getName());
        } catch (TaskRefused refusal) {
            return refused(refusal.getMessage(), new Form(person.getName(), null, null, null, Absence.Reason.LEAVE), person,
                    model, response);
        }
        return "redirect:/leave";
    }

    private String refused(String problem, Form form, Authentication person, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(form, problem, person, model);
    }

    private String page(Form form, String problem, Authentication person, Model model) {
        boolean administers = administers(person);
        List<Person> everybody = everybody();
        model.addAttribute("absences", absences.coming().stream()
                .filter(one -> administers || mayChange(one, person) || person.getName().equals(one.deputy())).toList());
        model.addAttribute("names", everybody.stream().collect(Collectors.toMap(Person::id, Person::name)));
        model.addAttribute("everybody", administers ? everybody : List.of());
        model.addAttribute("deputies", administers ? everybody : qualified(form.person(), everybody));
        model.addAttribute("reasons", Absence.Reason.values());
        model.addAttribute("offered", takeOver.offered(person.getName()));
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("time", time);
        model.addAttribute("me", person.getName());
        model.addAttribute("administers", administers);
        return "escalation/leave";
    }

    /** Everybody who holds a role, by name. */
    private List<Person> everybody() {
        return Arrays.stream(Role.values()).flatMap(role -> directory.members(role).stream())
                .collect(Collectors.toMap(Person::id, one -> one, (one, other) -> one)).values().stream()
                .sorted(Comparator.comparing(Person::name)).toList();
    }

    private List<Person> qualified(String id, List<Person> everybody) {
        Map<Boolean, List<Person>> own = everybody.stream().collect(Collectors.partitioningBy(one -> one.id().equals(id)));
        return own.get(true).stream().findFirst().map(me -> own.get(false).stream()
                .filter(one -> Arrays.stream(Role.values()).allMatch(role -> !me.has(role) || one.has(role))).toList())
                .orElse(List.of());
    }

    private static boolean mayChange(Absence absence, Authentication person) {
        return absence.person().equals(person.getName()) || administers(person);
    }

    private static boolean administers(Authentication person) {
        return person.getAuthorities().stream().anyMatch(one -> Authorities.ADMINISTRATOR.equals(one.getAuthority()));
    }
}
