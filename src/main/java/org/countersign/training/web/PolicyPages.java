package org.countersign.training.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.people.Directory;
import org.countersign.people.Entities;
import org.countersign.people.Entity;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.countersign.training.Policies;
import org.countersign.training.PolicySections;
import org.countersign.training.PolicySigning;
import org.countersign.training.PolicyVersion;
import org.countersign.training.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import java.security.Principal;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;

/** The policy in force for everybody, and the sign-off of a new version for those who sign. */
@Controller
@RequestMapping("/policy")
class PolicyPages {

    private final Policies policies;
    private final PolicySigning signing;
    private final PolicySections checklist;
    private final PolicyEditor editor;
    private final Entities entities;
    private final Directory directory;
    private final ZoneId zone;

    PolicyPages(Policies policies, PolicySigning signing, PolicySections checklist, PolicyEditor editor, Entities entities,
                Directory directory, ZoneId organizationZone) {
        this.policies = policies;
        this.signing = signing;
        this.checklist = checklist;
        this.editor = editor;
        this.entities = entities;
        this.directory = directory;
        this.zone = organizationZone;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return zone;
    }

    @ModelAttribute("sections")
    List<PolicySections.Section> sections() {
        return checklist.sections();
    }

    @GetMapping
    String current(@RequestParam(defaultValue = Entity.FIRST) String entity, Principal person, Model model) {
        Entity shown = entities.find(entity).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("entity", shown);
        model.addAttribute("entities", entities.all());
        model.addAttribute("policy", policies.current(entity).orElse(null));
        model.addAttribute("writes", policies.writes(person.getName()));
        model.addAttribute("inWork", sees(person) ? policies.inWork(entity).orElse(null) : null);
        model.addAttribute("versions", policies.all(entity).stream()
                .filter(version -> version.state() == PolicyVersion.State.PUBLISHED).skip(1).toList());
        return "policy/current";
    }

    @PostMapping
    String draft(@RequestParam String entity, Principal person, RedirectAttributes next) {
        try {
            return "redirect:/policy/versions/" + policies.draft(entity, person.getName()).id();
        } catch (Refused refusal) {
            next.addFlashAttribute("refusal", refusal.getMessage());
            next.addAttribute("entity", entity);
            return "redirect:/policy";
        }
    }

    @GetMapping("/versions/{id}")
    String open(@PathVariable UUID id, Principal person, Model model) {
        PolicyVersion policy = find(id);
        if (policy.state() == PolicyVersion.State.DRAFT && policies.writes(person.getName())) {
            return editor.show(policy, model);
        }
        return show(policy, person, model);
    }

    @PostMapping("/versions/{id}/signatures")
    String sign(@PathVariable UUID id, @RequestParam String role, @RequestParam String digest,
                @RequestParam String password, Principal person, Model model, RedirectAttributes next,
                HttpServletResponse response) {
        Role signed = Role.of(role).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return act(id, person, model, next, response, "Kept: you signed for " + signed.label() + ".",
                () -> signing.sign(id, signed, digest, password, person.getName()));
    }

    @PostMapping("/versions/{id}/return")
    String giveBack(@PathVariable UUID id, @RequestParam String reason, Principal person, Model model,
                    RedirectAttributes next, HttpServletResponse response) {
        model.addAttribute("reason", reason);
        return act(id, person, model, next, response, "The version went back to its writers.",
                () -> signing.giveBack(id, reason, person.getName()));
    }

    @PostMapping("/versions/{id}/publish")
    String publish(@PathVariable UUID id, Principal person, Model model, RedirectAttributes next,
                   HttpServletResponse response) {
        return act(id, person, model, next, response, "The policy is in force. Everybody is asked to read it.",
                () -> signing.publish(id, person.getName()));
    }

    private String act(UUID id, Principal person, Model model, RedirectAttributes next, HttpServletResponse response,
                       String said, Runnable act) {
        find(id);
        try {
            act.run();
        } catch (Refused refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
            return show(find(id), person, model);
        }
        next.addFlashAttribute("said", said);
        return "redirect:/policy/versions/" + id;
    }

    private String show(PolicyVersion policy, Principal person, Model model) {
        if (policy.state() != PolicyVersion.State.PUBLISHED && !sees(person)) {
            throw new AccessDeniedException("not published");
        }
        model.addAttribute("policy", policy);
        model.addAttribute("signatures", signing.signatures(policy).stream().map(signature -> new Signed(
                signature.role().label(), name(signature.userId()), signature.signedAt().atZone(zone))).toList());
        model.addAttribute("missing", signing.missing(policy));
        model.addAttribute("open", signing.open(policy, person.getName()));
        model.addAttribute("writes", policies.writes(person.getName()));
        model.addAttribute("sees", sees(person));
        model.addAttribute("findings", editor.findings(policy));
        return "policy/version";
    }

    /** Whether this person sees what is not published yet. */
    private boolean sees(Principal person) {
        return directory.find(person.getName()).filter(found -> PolicySigning.ROLES.stream().anyMatch(found::has)).isPresent();
    }

    private PolicyVersion find(UUID id) {
        try {
            return policies.find(id);
        } catch (NoSuchElementException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, unknown.getMessage(), unknown);
        }
    }

    private String name(String userId) {
        return directory.find(userId).map(Person::name).orElse(userId);
    }

    /** A line of the sign-off block. */
    record Signed(String role, String name, ZonedDateTime at) {
    }
}
