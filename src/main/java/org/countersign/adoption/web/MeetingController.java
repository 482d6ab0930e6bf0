package org.countersign.adoption.web;

import jakarta.servlet.http.HttpServletResponse;
import org.countersign.adoption.StepRefused;
import org.countersign.adoption.web.SeatRows.SeatRow;
import org.countersign.adoption.workgroup.Meeting;
import org.countersign.adoption.workgroup.Meetings;
import org.countersign.adoption.workgroup.WorkgroupRules;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where the chair records a meeting, and everybody of the workgroup reads the minutes.
 */
@Controller
@RequestMapping("/program/{id}/workgroup/meetings")
class MeetingController {

    private final ProgramHead head;
    private final ProgramAccess access;
    private final SeatRows seats;
    private final Meetings meetings;
    private final WorkgroupRules charter;

    MeetingController(ProgramHead head, ProgramAccess access, SeatRows seats, Meetings meetings, WorkgroupRules charter) {
        this.head = head;
        this.access = access;
        this.seats = seats;
        this.meetings = meetings;
        this.charter = charter;
    }

    @GetMapping("/new")
    String compose(@PathVariable UUID id, Principal person, Model model) {
        ProgramAccess.require(access.chairs(person.getName()));
        return form(id, new MeetingForm(Map.of()), null, model);
    }

    @PostMapping
    String record(@PathVariable UUID id, @RequestParam Map<String, String> fields, Principal person, Model model,
                  HttpServletResponse response) {
        head.find(id);
        ProgramAccess.require(access.chairs(person.getName()));
        MeetingForm form = new MeetingForm(fields);
        try {
            Meeting meeting = meetings.record(id, form.heldOn(), form.present(charter.seats()), form.value("minutes"),
                    form.decisions(), person.getName());
            return "redirect:/program/" + id + "/workgroup/meetings/" + meeting.id();
        } catch (StepRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(id, form, refused.getMessage(), model);
        }
    }

    @GetMapping("/{meeting}")
    String read(@PathVariable UUID id, @PathVariable UUID meeting, Principal person, Model model) {
        head.open(id, model);
        ProgramAccess.require(access.seesWorkgroup(id, person.getName()));
        model.addAttribute("meeting", meetings.find(id, meeting)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("names", head.names());
        return "program/meeting";
    }

    private String form(UUID id, MeetingForm form, String problem, Model model) {
        head.open(id, model);
        List<SeatRow> rows = seats.of(id);
        model.addAttribute("seats", rows);
        model.addAttribute("owners", rows.stream().flatMap(row -> row.attendants().stream())
                .distinct().toList());
        model.addAttribute("quorum", charter.quorum());
        model.addAttribute("indispensable", charter.seats().stream().filter(charter::indispensable).toList());
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        return "program/record-meeting";
    }
}
