package org.countersign.escalation;

import org.countersign.businesstime.OrganizationTime;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The message log, for administrators and compliance.
 */
@Controller
@RequestMapping("/messages")
class MessagesController {

    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 100_000;
    private static final int CSV_ROWS = 100_000;

    private final MessageLog log;
    private final Directory directory;
    private final OrganizationTime time;

    MessagesController(MessageLog log, Directory directory, OrganizationTime time) {
        this.log = log;
        this.directory = directory;
        this.time = time;
    }

    @GetMapping
    String list(@RequestParam(required = false) String person, @RequestParam(defaultValue = "1") int page, Model model) {
        int shown = Math.max(1, Math.min(page, LAST_PAGE));
        String recipient = person == null || person.isBlank() ? null : person;
        List<MessageLog.Line> lines = log.page(recipient, PAGE_SIZE + 1, (shown - 1) * PAGE_SIZE);
        model.addAttribute("lines", lines.subList(0, Math.min(PAGE_SIZE, lines.size())));
        model.addAttribute("people", names());
        model.addAttribute("person", recipient);
        model.addAttribute("page", shown);
        model.addAttribute("more", lines.size() > PAGE_SIZE);
        model.addAttribute("time", time);
        return "escalation/messages";
    }

    /** The same as a table for other programs; moments in UTC. */
    @GetMapping("/messages.csv")
    ResponseEntity<byte[]> csv(@RequestParam(required = false) String person) {
        String recipient = person == null || person.isBlank() ? null : person;
        Stream<String> head = Stream.of("told,person,on behalf of,level,rung,occurrence,task,stream,due,template,"
                + "template version,outcome,sent");
        String content = Stream.concat(head, log.page(recipient, CSV_ROWS, 0).stream().map(MessagesController::row))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"messages.csv\"")
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> names() {
        return log.people().stream().collect(Collectors.toMap(id -> id,
                id -> directory.find(id).map(Person::name).orElse(id), (one, other) -> one, TreeMap::new));
    }

    private static String row(MessageLog.Line line) {
        return Stream.of(line.at(), line.recipient(), line.onBehalfOf(), line.level().label(), line.rung(),
                        line.occurrence(), line.task(), line.stream(), line.due(), line.template(), line.templateVersion(),
                        line.outcome(), line.sentAt())
                .map(value -> cell(value == null ? "" : value.toString())).collect(Collectors.joining(","));
    }

    /** Quoted (RFC 4180), and never a formula of a spreadsheet. */
    private static String cell(String text) {
        String safe = text.matches("[=+\\-@\\t\\r].*") ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
