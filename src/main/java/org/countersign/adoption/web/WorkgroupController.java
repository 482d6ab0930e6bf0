package org.countersign.adoption.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.adoption.StepRefused;
import org.countersign.adoption.workgroup.Issue;
import org.countersign.adoption.workgroup.Issues;
import org.countersign.adoption.workgroup.Meetings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import java.security.Principal;
import java.util.UUID;

/**
 * The workgroup of a program for those who belong to it: its seats, meetings, and the register of issues.
 */
@Controller
@RequestMapping("/program/{id}/workgroup")
class WorkgroupController {

    private final ProgramHead head;
    private final ProgramAccess access;
    private final SeatRows seats;
    private final Meetings meetings;
    private final Issues issues;

    WorkgroupController(ProgramHead head, ProgramAccess access, SeatRows seats, Meetings meetings, Issues issues) {
        this.head = head;
        this.access = access;
        this.seats = seats;
        this.meetings = meetings;
        this.issues = issues;
    }

    @GetMapping
    String workgroup(@PathVariable UUID id, Principal person, Model model) {
        return page(id, "", "", null, person, model);
    }

    @PostMapping("/issues")
    String raise(@PathVariable UUID id, @RequestParam(defaultValue = "") String title,
                 @RequestParam(defaultValue = "") String description, Principal person, Model model,
                 HttpServletResponse response) {
        head.find(id);
        ProgramAccess.require(access.raises(id, person.getName()));
        try {
            issues.raise(id, title, description, person.getName());
            return "redirect:/program/" + id + "/workgroup";
        } catch (StepRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(id, title, description, refused.getMessage(), person, model);
        }
    }

    @GetMapping("/issues/{issue}")
    String issue(@PathVariable UUID id, @PathVariable UUID issue, Principal person, Model model) {
        return issuePage(id, issue, "", null, person, model);
    }

    @PostMapping("/issues/{issue}")
    String decide(@PathVariable UUID id, @PathVariable UUID issue, @RequestParam(defaultValue = "") String decision,
                  Principal person, Model model, HttpServletResponse response) {
        find(id, issue);
        ProgramAccess.require(access.chairs(person.getName()));
        try {
            issues.decide(id, issue, decision, person.getName());
            return "redirect:/program/" + id + "/workgroup/issues/" + issue;
        } catch (StepRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return issuePage(id, issue, decision, refused.getMessage(), person, model);
        }
    }

    private String page(UUID id, String title, String description, String problem, Principal person, Model model) {
        head.open(id, model);
        ProgramAccess.require(access.seesWorkgroup(id, person.getName()));
        model.addAttribute("seats", seats.of(id));
        model.addAttribute("meetings", meetings.of(id));
        model.addAttribute("issues", issues.of(id));
        model.addAttribute("chairs", access.chairs(person.getName()));
        model.addAttribute("raises", access.raises(id, person.getName()));
        // Not "title": the layout has a parameter of that name.
        model.addAttribute("issueTitle", title);
        model.addAttribute("description", description);
        model.addAttribute("problem", problem);
        return "program/workgroup";
    }

    private String issuePage(UUID id, UUID issueId, String decision, String problem, Principal person, Model model) {
        head.open(id, model);
        ProgramAccess.require(access.seesWorkgroup(id, person.getName()));
        Issue issue = find(id, issueId);
        var names = head.names();
        model.addAttribute("issue", issue);
        model.addAttribute("raisedBy", names.apply(issue.raisedBy()));
        model.addAttribute("decidedBy", issue.open() ? null : names.apply(issue.decidedBy()));
        model.addAttribute("chairs", access.chairs(person.getName()));
        model.addAttribute("decision", decision);
        model.addAttribute("problem", problem);
        return "program/issue";
    }

    private Issue find(UUID id, UUID issue) {
        return issues.find(id, issue).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
