package org.countersign.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import java.util.Map;

/** Where people come in. */
@Controller
class EntryPages {

    @GetMapping("/")
    String start() {
        return "redirect:/desk";
    }

    @GetMapping("/login")
    String login(@RequestParam Map<String, String> parameters, Model model) {
        model.addAttribute("wrong", parameters.containsKey("error"));
        model.addAttribute("signedOut", parameters.containsKey("logout"));
        return "login";
    }
}
