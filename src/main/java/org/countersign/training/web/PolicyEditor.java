package org.countersign.training.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.training.LaborLint;
import org.countersign.training.LintFinding;
import org.countersign.training.Policies;
import org.countersign.training.PolicySections;
import org.countersign.training.PolicyVersion;
import org.countersign.training.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;

/** The page on which Compliance writes a version, with the findings of the lint beside each section. */
@Controller
class PolicyEditor {

    private static final String SECTION = "section.";
    private static final String REASON = "reason.";

    private final Policies policies;
    private final PolicySections checklist;
    private final LaborLint lint;

    PolicyEditor(Policies policies, PolicySections checklist, LaborLint lint) {
        this.policies = policies;
        this.checklist = checklist;
        this.lint = lint;
    }

    @ModelAttribute("sections")
    List<PolicySections.Section> sections() {
        return checklist.sections();
    }

    @PostMapping("/policy/versions/{id}")
    String write(@PathVariable UUID id, @RequestParam Map<String, String> fields, @RequestParam int revision,
                 @RequestParam String title, @RequestParam String action, Principal person, Model model,
                 RedirectAttributes next, HttpServletResponse response) {
        if (!policies.writes(person.getName())) {
            throw new AccessDeniedException("no writer of policies");
        }
        PolicyVersion stored = find(id);
        PolicyVersion typed = typed(stored, title, fields, revision);
        try {
            PolicyVersion saved = policies.save(id, revision, title, typed.sections(), typed.reasons(), person.getName());
            typed = saved;
            if (action.equals("submit")) {
                policies.submit(id, saved.revision(), person.getName());
            }
        } catch (Refused refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("details", refusal.details());
            // Whoever saves again after having been told of somebody else's text means to replace it.
            return show(typed.revision() == revision ? typed(typed, title, fields, find(id).revision()) : typed, model);
        }
        next.addFlashAttribute("said", action.equals("submit") ? "The version waits for signatures." : "The draft was saved.");
        return "redirect:/policy/versions/" + id;
    }

    String show(PolicyVersion draft, Model model) {
        model.addAttribute("policy", draft);
        model.addAttribute("findings", findings(draft));
        return "policy/edit";
    }

    /** The findings of each section as they are shown. */
    Map<String, List<ShownFinding>> findings(PolicyVersion policy) {
        Map<String, List<ShownFinding>> findings = new TreeMap<>();
        policy.sections().forEach((key, text) -> findings.put(key, lint.check(key, text).stream()
                .map(finding -> ShownFinding.of(finding, text, policy.reasons().getOrDefault(finding.key(), ""))).toList()));
        return findings;
    }

    private PolicyVersion typed(PolicyVersion stored, String title, Map<String, String> fields, int revision) {
        Map<String, String> sections = new LinkedHashMap<>();
        Map<String, String> reasons = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(SECTION)) {
                sections.put(name.substring(SECTION.length()), value.replace("\r\n", "\n"));
            } else if (name.startsWith(REASON) && !value.isBlank()) {
                reasons.put(name.substring(REASON.length()), value.strip());
            }
        });
        return new PolicyVersion(stored.id(), stored.entity(), stored.number(), title, sections, reasons, stored.state(),
                revision, stored.round(), stored.digest(), stored.createdBy(), stored.createdAt(), stored.submittedBy(),
                stored.submittedAt(), stored.publishedBy(), stored.publishedAt());
    }

    private PolicyVersion find(UUID id) {
        try {
            return policies.find(id);
        } catch (NoSuchElementException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, unknown.getMessage(), unknown);
        }
    }

    /** A finding with the words around it. */
    record ShownFinding(LintFinding finding, String before, String marked, String after, String given) {

        private static final int AROUND = 60;

        static ShownFinding of(LintFinding finding, String text, String given) {
            return new ShownFinding(finding, text.substring(Math.max(0, finding.start() - AROUND), finding.start()),
                    text.substring(finding.start(), finding.end()),
                    text.substring(finding.end(), Math.min(text.length(), finding.end() + AROUND)), given);
        }
    }
}
