package org.countersign.web;

import org.countersign.engine.access.Authorities;
import org.countersign.people.Directory;
import org.countersign.people.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import static jakarta.servlet.DispatcherType.ERROR;
import static jakarta.servlet.DispatcherType.FORWARD;

/**
 * Who may ask for what over HTTP. Three chains: interfaces for programs (HTTP Basic, no session), the engine's web
 * applications (the session of our sign-in page; their own headers and CSRF token), and our own pages. Nothing is open but
 * the sign-in page with what it needs, and whether the server is healthy.
 */
@Configuration(proxyBeanMethods = false)
class SecurityChains {

    /** Where the engine's web applications sign somebody out. */
    private static final String ENGINE_LOGOUT = "/camunda/api/admin/auth/user/default/logout";

    @Bean
    @Order(1)
    SecurityFilterChain interfaces(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(path("/engine-rest/**"), path("/api/v1/**")))
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(ERROR).permitAll()
                        .requestMatchers(new CrossSite()).denyAll()
                        .anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /**
     * The engine's own first-run page makes an administrator of whoever calls it while there is none (CVE-2026-77226), and
     * its own sign-in would put a second person into the session: both are closed to everybody. Cockpit's interface asks only
     * whether somebody is signed in, so it is closed to all who may not open Cockpit.
     */
    @Bean
    @Order(2)
    SecurityFilterChain engineApplications(HttpSecurity http, Directory people) throws Exception {
        RequestMatcher calls = path("/camunda/api/**");
        return http.securityMatcher(path("/camunda/**"))
                .addFilterBefore(new CurrentPerson(people), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(ERROR, FORWARD).permitAll()
                        .requestMatchers(path("/camunda/api/admin/setup/**")).denyAll()
                        .requestMatchers(path("/camunda/api/admin/auth/user/*/login/**")).denyAll()
                        .requestMatchers(path("/camunda/api/cockpit/**"))
                        .hasAnyAuthority(Authorities.ADMINISTRATOR, Authorities.ofGroup(Role.PROCESS_OWNER.id()))
                        .anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals
                        .defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), calls)
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), path("/camunda/**")))
                .requestCache(cache -> cache.requestCache(PageRequestCache.create()))
                .logout(logout -> logout
                        .logoutRequestMatcher(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, ENGINE_LOGOUT))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(HttpSecurity http, Directory people) throws Exception {
        return http
                .addFilterBefore(new CurrentPerson(people), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(ERROR, FORWARD).permitAll()
                        .requestMatchers(path("/login"), path("/css/**"), path("/webjars/htmx.org/**"), path("/favicon.ico"),
                                path("/actuator/health/**"), path("/error")).permitAll()
                        .requestMatchers(path("/actuator/**"), path("/mailbox/**"))
                        .hasAuthority(Authorities.ADMINISTRATOR)
                        .requestMatchers(path("/accounts/**"))
                        .hasAnyAuthority(Authorities.ADMINISTRATOR, Authorities.ofGroup(Role.PUBLISHER.id()))
                        .requestMatchers(path("/messages/**"))
                        .hasAnyAuthority(Authorities.ADMINISTRATOR, Authorities.ofGroup(Role.COMPLIANCE.id()))
                        .requestMatchers(path("/training/coverage*")).hasAnyAuthority(Authorities.ADMINISTRATOR,
                                Authorities.ofGroup(Role.EDUCATION.id()), Authorities.ofGroup(Role.COMPLIANCE.id()))
                        .requestMatchers(path("/scorecard/**"), path("/reports/**")).hasAnyAuthority(Navigation.OVERSIGHT)
                        .anyRequest().authenticated())
                .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/desk"))
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .exceptionHandling(refusals -> refusals
                        .defaultAuthenticationEntryPointFor(new FragmentEntryPoint(), PageRequestCache.FRAGMENT)
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .requestCache(cache -> cache.requestCache(PageRequestCache.create()))
                .headers(headers -> headers
                        .frameOptions(frames -> frames.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'; object-src 'none'; "
                                + "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"))
                        .referrerPolicy(Customizer.withDefaults()))
                .build();
    }

    /** Patterns, never strings: with strings the servlet of the engine's REST interface is not recognized. */
    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
