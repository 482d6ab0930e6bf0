package org.countersign.adoption.web;

import org.countersign.adoption.Signatures;
import org.countersign.adoption.StepRefused;
import org.countersign.adoption.StepTask;
import org.countersign.adoption.StepTasks;
import org.countersign.engine.access.Authorities;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import java.security.Principal;
import java.util.Set;

/**
 * What is looked at in a task of a step: a tab beside the form in Tasklist. Here the evidence is read and signed; a password
 * never goes into a form of Tasklist, which keeps drafts in the browser.
 */
@Controller
@RequestMapping("/program/tasks/{taskId}")
class StepTaskController {

    private final StepTasks tasks;
    private final StepSheets sheets;
    private final Signatures signatures;
    private final Directory people;
    private final AuthenticationProvider login;

    StepTaskController(StepTasks tasks, StepSheets sheets, Signatures signatures, Directory people,
                       AuthenticationProvider login) {
        this.tasks = tasks;
        this.sheets = sheets;
        this.signatures = signatures;
        this.people = people;
        this.login = login;
    }

    @GetMapping
    String page(@PathVariable String taskId, Principal person, Model model) {
        model.addAttribute("sheet", sheets.of(task(taskId, person), person.getName()));
        model.addAttribute("longest", Signatures.LONGEST);
        return "adoption/task";
    }

    /** Refused as a sign-in is, also for some seconds after a wrong password. */
    @PostMapping("/sign")
    String sign(@PathVariable String taskId, @RequestParam String meaning, @RequestParam String password,
                @RequestParam String digest, Principal person, Model model) {
        StepTask task = task(taskId, person);
        String problem = null;
        if (!sheets.signs(task, person.getName())) {
            problem = "Only the person who holds this task signs for it. Claim it first.";
        } else if (!isPassword(person.getName(), password)) {
            problem = "The password is wrong. Wait a few seconds before you try again.";
        } else {
            try {
                signatures.sign(task.programId(), task.step(), task.id(), person.getName(), meaning, digest);
            } catch (StepRefused refused) {
                problem = refused.getMessage();
            }
        }
        if (problem == null) {
            return "redirect:/program/tasks/" + task.id();
        }
        model.addAttribute("problem", problem);
        model.addAttribute("typed", meaning);
        return page(taskId, person, model);
    }

    private boolean isPassword(String userId, String password) {
        try {
            return login.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(userId, password)).isAuthenticated();
        } catch (AuthenticationException wrong) {
            return false;
        }
    }

    private StepTask task(String taskId, Principal person) {
        StepTask task = tasks.find(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Set<String> groups = people.find(person.getName()).map(Person::roles).orElse(Set.of());
        if (!task.concerns(person.getName(), groups)
                && groups.stream().map(Authorities::ofGroup).noneMatch(Authorities.ADMINISTRATOR::equals)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return task;
    }
}
