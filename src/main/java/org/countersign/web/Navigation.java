package org.countersign.web;

import jakarta.servlet.http.HttpServletRequest;
import org.countersign.engine.access.Authorities;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.countersign.people.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the header of each page shows: where one can go, and who is signed in. */
@ControllerAdvice(annotations = Controller.class)
class Navigation {

    /** Who reads the scorecard and the quarterly reports. */
    static final String[] OVERSIGHT = Stream.concat(Stream.of(Authorities.ADMINISTRATOR), Stream.of(Role.EXECUTIVE,
            Role.COMPLIANCE, Role.MARKETING, Role.CHAIR, Role.COMMITTEE).map(Role::id).map(Authorities::ofGroup))
            .toArray(String[]::new);

    private final Directory people;

    Navigation(Directory people) {
        this.people = people;
    }

    /**
     * @param current whether the page that is shown lies there
     */
    record Link(String label, String href, boolean current) {
    }

    @ModelAttribute("navigation")
    List<Link> navigation(Authentication person, HttpServletRequest request) {
        if (person == null) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        boolean administrator = has(person, Authorities.ADMINISTRATOR);
        if (holds(person, Role.AUTHOR)) {
            links.add(link("Desk", "/desk", request));
        }
        links.add(link("Tasks", "/camunda/app/tasklist/default/", request));
        links.add(link("Training", "/training", request));
        links.add(link("Policy", "/policy", request));
        links.add(link("Program", "/program", request));
        if (administrator || holds(person, Role.COUNSEL)) {
            links.add(link("Records", "/records", request));
        }
        if (Arrays.stream(OVERSIGHT).anyMatch(authority -> has(person, authority))) {
            links.add(link("Scorecard", "/scorecard", request));
            links.add(link("Reports", "/reports", request));
        }
        if (administrator || holds(person, Role.PUBLISHER)) {
            links.add(link("Accounts", "/accounts", request));
        }
        if (administrator || holds(person, Role.COMPLIANCE)) {
            links.add(link("Messages", "/messages", request));
        }
        links.add(link("Leave", "/leave", request));
        if (administrator) {
            links.add(link("Mailbox", "/mailbox", request));
            links.add(link("Users", "/camunda/app/admin/default/", request));
            links.add(link("Processes", "/camunda/app/cockpit/default/", request));
        }
        return links;
    }

    @ModelAttribute("signedIn")
    String signedIn(Authentication person) {
        return person == null ? null : people.find(person.getName()).map(Person::name).orElse(person.getName());
    }

    private static boolean holds(Authentication person, Role role) {
        return has(person, Authorities.ofGroup(role.id()));
    }

    private static boolean has(Authentication person, String authority) {
        return person.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(authority::equals);
    }

    private static Link link(String label, String href, HttpServletRequest request) {
        return new Link(label, request.getContextPath() + href, request.getServletPath().startsWith(href));
    }
}
