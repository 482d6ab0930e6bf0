package org.countersign.training.web;

import org.countersign.engine.access.Authorities;
import org.countersign.people.Role;
import org.countersign.training.Coverage;
import org.countersign.training.Curriculum;
import org.countersign.training.Training;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who has which training, by module and role, for those who answer for it. */
@Controller
class CoveragePages {

    private static final Set<String> LOOK = Set.of(Authorities.ADMINISTRATOR, Authorities.ofGroup(Role.EDUCATION.id()),
            Authorities.ofGroup(Role.COMPLIANCE.id()));

    private final Training training;
    private final Curriculum curriculum;
    private final Clock clock;

    CoveragePages(Training training, Curriculum curriculum, Clock clock) {
        this.training = training;
        this.curriculum = curriculum;
        this.clock = clock;
    }

    /** For links; who may really look is decided by the security of pages. */
    static boolean mayLook(Authentication person) {
        return person.getAuthorities().stream().map(GrantedAuthority::getAuthority).anyMatch(LOOK::contains);
    }

    @GetMapping("/training/coverage")
    String table(Model model) {
        Coverage coverage = coverage();
        Map<String, List<Coverage.Row>> byModule = coverage.rows().stream().collect(Collectors.groupingBy(
                row -> row.module().id() + " " + row.module().title(), LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("coverage", coverage);
        model.addAttribute("byModule", byModule);
        model.addAttribute("source", curriculum.source());
        return "training/coverage";
    }

    @GetMapping("/training/coverage.csv")
    ResponseEntity<String> csv() {
        String rows = coverage().rows().stream()
                .map(row -> String.join(",", row.module().id(), quoted(row.module().title()), quoted(row.role().label()),
                        Integer.toString(row.required()), Integer.toString(row.current()), Integer.toString(row.percent())))
                .collect(Collectors.joining("\r\n", "module,title,role,required,current,percent\r\n", "\r\n"));
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename("training-coverage.csv").build().toString())
                .body(rows);
    }

    private Coverage coverage() {
        return training.coverage(Set.of(), clock.instant());
    }

    /** RFC 4180. */
    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
