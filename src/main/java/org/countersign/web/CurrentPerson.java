package org.countersign.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.countersign.engine.access.Authorities;
import org.countersign.people.Directory;
import org.countersign.people.Person;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A session remembers who signed in, not what that person may do: groups are asked for at each request, and the session of
 * somebody who was removed ends. Otherwise a dismissed administrator would read mails for as long as a page stays open.
 */
class CurrentPerson extends OncePerRequestFilter {

    private static final AnonymousAuthenticationToken NOBODY = new AnonymousAuthenticationToken("removed", "nobody",
            List.of(new SimpleGrantedAuthority("ROLE_ANONYMOUS")));

    private final Directory people;

    CurrentPerson(Directory people) {
        this.people = people;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication remembered = SecurityContextHolder.getContext().getAuthentication();
        if (remembered instanceof UsernamePasswordAuthenticationToken) {
            Optional<Person> person = people.find(remembered.getName());
            if (person.isEmpty()) {
                end(request.getSession(false));
            }
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(person.map(CurrentPerson::today).orElse(NOBODY));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpSession session) {
        if (session != null) {
            session.invalidate();
        }
    }

    private static Authentication today(Person person) {
        List<GrantedAuthority> authorities = person.roles().stream().map(Authorities::ofGroup)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(person.id(), null, authorities);
    }
}
