package org.countersign.account;

import org.countersign.people.Entities;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Map;

/**
 * The page of the social accounts, for publishers and administrators. Secrets go in and never come out again.
 */
@Controller
@RequestMapping("/accounts")
class AccountsController {

    private final Accounts accounts;
    private final Entities entities;

    AccountsController(Accounts accounts, Entities entities) {
        this.accounts = accounts;
        this.entities = entities;
    }

    @GetMapping
    String list(@RequestParam(required = false) String edit, Model model) {
        AccountForm form = edit == null ? AccountForm.empty() : accounts.find(edit).map(AccountForm::of)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return page(form, Map.of(), model);
    }

    @PostMapping
    String save(@ModelAttribute AccountForm form, Principal person, Model model, HttpServletResponse response) {
        Map<String, String> problems = form.problems();
        if (form.entity() != null && !form.entity().isBlank() && entities.find(form.entity()).isEmpty()) {
            problems.put("entity", "There is no such legal entity. Choose one of the list.");
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(form, problems, model);
        }
        if (!form.fresh()) {
            Account before = accounts.find(form.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            Map<String, String> redirections = form.redirections(before);
            if (!redirections.isEmpty()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return page(form, redirections, model);
            }
        }
        accounts.save(form.account(freeId(form.suggestedId())), form.keptSecret(), person.getName());
        return "redirect:/accounts";
    }

    @PostMapping("/{id}/deactivate")
    String deactivate(@PathVariable String id, Principal person) {
        accounts.deactivate(id, person.getName());
        return "redirect:/accounts";
    }

    private String page(AccountForm form, Map<String, String> problems, Model model) {
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("entities", entities.all());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "account/accounts";
    }

    private String freeId(String wanted) {
        String id = wanted;
        for (int n = 2; accounts.find(id).isPresent(); n++) {
            id = wanted + "-" + n;
        }
        return id;
    }
}
