package org.countersign.people.process;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.countersign.people.Role;
import org.countersign.post.PostKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration organization can work on every post: asked with the decision tables as they are deployed. */
class StaffTest {

    private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> DECISIONS = Stream.of("classify-post.dmn", "reviewers.dmn")
            .flatMap(file -> ENGINE.parseDecisions(StaffTest.class.getResourceAsStream("/processes/post-review/" + file)).stream())
            .collect(Collectors.toMap(DmnDecision::getKey, decision -> decision));

    @Test
    void everyRoleIsHeldBySomebody() {
        assertThat(Role.values()).filteredOn(role -> role != Role.WORKGROUP).allSatisfy(role -> assertThat(holders(role)).isNotEmpty());
        assertThat(Staff.values()).filteredOn(Staff::administrates).hasSize(1);
    }

    @Test
    void nobodyReviewsOwnPosts() {
        assertThat(Staff.values()).filteredOn(person -> person.roles().contains(Role.AUTHOR))
                .hasSize(2).allSatisfy(author -> assertThat(author.roles()).containsExactly(Role.AUTHOR));
    }

    @ParameterizedTest
    @EnumSource
    void noKindOfPostNeedsAPersonTwice(PostKind kind) {
        assertThat(Stream.of("none", "newsLinked").map(flag -> reviewers(facts(kind, flag))))
                .allSatisfy(roles -> assertThat(fill(roles, Map.of())).as(roles.toString()).isPresent());
    }

    private static List<Role> reviewers(Map<String, Object> facts) {
        facts.put("riskClass", ENGINE.evaluateDecision(DECISIONS.get("riskClass"), facts).getSingleEntry());
        List<String> roles = ENGINE.evaluateDecision(DECISIONS.get("reviewers"), facts).collectEntries("reviewers");
        return roles.stream().map(role -> Role.of(role).orElseThrow()).toList();
    }

    /** Somebody for each of the roles, nobody twice; empty when that is not possible. */
    private static Optional<Map<Staff, Role>> fill(List<Role> roles, Map<Staff, Role> chosen) {
        if (roles.isEmpty()) {
            return Optional.of(chosen);
        }
        return holders(roles.get(0)).filter(person -> !chosen.containsKey(person)).flatMap(person -> {
            Map<Staff, Role> more = new HashMap<>(chosen);
            more.put(person, roles.get(0));
            return fill(roles.subList(1, roles.size()), more).stream();
        }).findFirst();
    }

    private static Stream<Staff> holders(Role role) {
        return Arrays.stream(Staff.values()).filter(person -> person.roles().contains(role));
    }

    private static Map<String, Object> facts(PostKind kind, String set) {
        Map<String, Object> facts = new HashMap<>(Map.of("postKind", kind.name(), "findingCodes", List.of(),
                "reviewSeverityCount", 0, "unresolvedBlock", false, "serviceLine", "GENERAL"));
        for (String flag : List.of("paid", "personShown", "newsLinked", "newAccount", "complianceSample")) {
            facts.put(flag, flag.equals(set));
        }
        return facts;
    }
}
