package org.countersign.training.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.engine.access.Authorities;
import org.countersign.people.Rights;
import org.countersign.people.Role;
import org.countersign.training.Answers;
import org.countersign.training.Attesting;
import org.countersign.training.BelowPassMark;
import org.countersign.training.Lesson;
import org.countersign.training.Lessons;
import org.countersign.training.Refused;
import org.countersign.training.Training;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.security.Principal;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What I have to learn, and each module with its content, quiz and attestation. */
@Controller
class TrainingPages {

    private final Training training;
    private final Lessons lessons;
    private final Attesting attesting;
    private final Rights rights;
    private final ZoneId zone;

    TrainingPages(Training training, Lessons lessons, Attesting attesting, Rights rights, ZoneId organizationZone) {
        this.training = training;
        this.lessons = lessons;
        this.attesting = attesting;
        this.rights = rights;
        this.zone = organizationZone;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return zone;
    }

    @GetMapping("/training")
    String mine(Authentication person, Model model) {
        model.addAttribute("modules", training.of(person.getName()));
        model.addAttribute("withdrawn", Arrays.stream(Role.values()).filter(role -> person.getAuthorities()
                        .contains(new SimpleGrantedAuthority(Authorities.ofGroup(role.id()))))
                .flatMap(role -> rights.refusal(person.getName(), role).stream()).toList());
        model.addAttribute("seesCoverage", CoveragePages.mayLook(person));
        return "training/mine";
    }

    @GetMapping("/training/{module}")
    String open(@PathVariable String module, Principal person, Model model) {
        return show(lesson(module), new Answers(List.of(), "", false), person, model);
    }

    @PostMapping("/training/{module}")
    String attest(@PathVariable String module, @RequestParam Map<String, String> fields, Principal person, Model model,
                  RedirectAttributes next, HttpServletResponse response) {
        Lesson lesson = lesson(module);
        Answers answers = new Answers(IntStream.rangeClosed(1, lesson.questions().size())
                .mapToObj(number -> number(fields.get("question-" + number))).toList(), fields.get("record"),
                fields.containsKey("confirmed"));
        try {
            attesting.attest(person.getName(), module, fields.get("digest"), answers);
        } catch (Refused refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
            if (refusal instanceof BelowPassMark failed) {
                model.addAttribute("lookAgain", failed.questions());
            }
            return show(lesson, answers, person, model);
        }
        next.addFlashAttribute("said", "Kept: you have done \"" + lesson.module().title() + "\".");
        return "redirect:/training";
    }

    private String show(Lesson lesson, Answers answers, Principal person, Model model) {
        String module = lesson.module().id();
        model.addAttribute("lesson", lesson);
        model.addAttribute("digest", lesson.digest());
        model.addAttribute("answers", answers);
        model.addAttribute("mine", training.of(person.getName()).stream()
                .filter(assigned -> assigned.module().id().equals(module)).findFirst().orElse(null));
        model.addAttribute("attempts", attesting.attempts(person.getName(), module));
        return "training/module";
    }

    private Lesson lesson(String module) {
        return lessons.find(module).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Null for what is no number: that question has no answer. */
    private static Integer number(String typed) {
        return typed != null && typed.matches("[1-9]") ? Integer.valueOf(typed) : null;
    }
}
