package org.countersign.notification;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * The mails of the outbox, for administrators to read.
 */
@Controller
@RequestMapping("/mailbox")
class MailboxController {

    private static final int PAGE_SIZE = 50;
    private static final int LAST_PAGE = 100_000;

    /** Lets the mail's own styles through and nothing else; its links open in a new window. */
    private static final String MAIL_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; "
            + "base-uri 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    private final MailStore store;
    private final MailServer server;
    private final ZoneId organizationZone;

    MailboxController(MailStore store, MailServer server, ZoneId organizationZone) {
        this.store = store;
        this.server = server;
        this.organizationZone = organizationZone;
    }

    @ModelAttribute("zone")
    ZoneId zone() {
        return organizationZone;
    }

    @GetMapping
    String list(@RequestParam(required = false) MailState state, @RequestParam(defaultValue = "1") int page, Model model) {
        int shown = Math.max(1, Math.min(page, LAST_PAGE));
        List<Mail> mails = store.page(state, PAGE_SIZE + 1, (shown - 1) * PAGE_SIZE);
        model.addAttribute("mails", mails.subList(0, Math.min(PAGE_SIZE, mails.size())));
        model.addAttribute("state", state);
        model.addAttribute("states", MailState.values());
        model.addAttribute("page", shown);
        model.addAttribute("more", mails.size() > PAGE_SIZE);
        model.addAttribute("sending", server.configured());
        return "mailbox/list";
    }

    @GetMapping("/{id}")
    String open(@PathVariable UUID id, Model model) {
        model.addAttribute("mail", find(id));
        return "mailbox/mail";
    }

    /** The HTML part alone, as the recipient's mail program shows it. */
    @GetMapping("/{id}/html")
    ResponseEntity<String> html(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", MAIL_POLICY)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(find(id).content().html());
    }

    private Mail find(UUID id) {
        return store.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
