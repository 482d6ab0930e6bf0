package org.countersign.review.process;

import org.countersign.businesstime.BusinessClock;
import org.countersign.people.Role;
import org.countersign.post.PostKind;
import org.countersign.screening.FindingCatalog;
import org.countersign.screening.FindingCode;
import org.countersign.screening.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** The class, the reviewers, the mode and the deadlines of every kind of post, finding and combination. */
class PostDecisionsTest {

    private static final PostDecisions DECISIONS = new PostDecisions();

    @ParameterizedTest(name = "{0} is class {1}, read by {2}")
    @CsvFileSource(resources = "/decisions/post-kinds.csv")
    void everyKindHasItsClassAndReviewers(PostKind kind, int expectedClass, String expectedReviewers) {
        var facts = PostDecisions.facts(kind);
        assertThat(DECISIONS.one("kindClass", facts)).isEqualTo(expectedClass);
        assertThat(DECISIONS.riskClass(facts)).isEqualTo(expectedClass);
        assertThat(DECISIONS.reviewers(facts)).isEqualTo(words(expectedReviewers));
    }

    @Test
    void noKindIsMissingInTheListOfKinds() throws Exception {
        try (var lines = getClass().getResourceAsStream("/decisions/post-kinds.csv")) {
            var listed = new String(lines.readAllBytes()).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",")[0].trim()).toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(PostKind.values()).map(Enum::name).toList());
        }
    }

    @ParameterizedTest(name = "{0} in an observance is class {1}")
    @CsvFileSource(resources = "/decisions/finding-codes.csv")
    void everyFindingHasItsClassAndReviewers(String code, int expectedClass, String expectedReviewers) {
        var facts = PostDecisions.facts(PostKind.OBSERVANCE);
        facts.put("findingCodes", List.of(code));
        assertThat(DECISIONS.riskClass(facts)).isEqualTo(expectedClass);
        var expected = words(expectedReviewers);
        expected.add("marketing");
        if (expectedClass == 4) {
            expected.add("executive");
        }
        assertThat(DECISIONS.reviewers(facts)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/decisions/interactions.csv", delimiter = '|')
    void factsWorkTogether(String label, PostKind kind, String codes, int reviews, String changes, int expectedClass,
                           String expectedMode, String expectedReviewers) {
        var facts = PostDecisions.facts(kind);
        facts.put("findingCodes", List.copyOf(words(codes)));
        facts.put("reviewSeverityCount", reviews);
        words(changes).forEach(change -> {
            var pair = change.split("=");
            facts.put(pair[0], pair[1].matches("true|false") ? Boolean.valueOf(pair[1]) : pair[1]);
        });
        assertThat(DECISIONS.riskClass(facts)).isEqualTo(expectedClass);
        assertThat(DECISIONS.publishMode(facts)).isEqualTo(expectedMode);
        assertThat(DECISIONS.reviewers(facts)).isEqualTo(words(expectedReviewers));
    }

    @ParameterizedTest
    @EnumSource(PostKind.class)
    void everyKindIsReadByAtLeastOneReviewingRole(PostKind kind) {
        assertThat(DECISIONS.reviewers(PostDecisions.facts(kind))).isNotEmpty()
                .allSatisfy(role -> assertThat(Role.of(role)).isPresent().get().matches(Role::reviews));
    }

    @Test
    void everyRoleThatMayClearAFindingIsAskedForIt() {
        for (var code : FindingCatalog.shipped().codes()) {
            if (code.severity() == Severity.WARN) {
                continue;
            }
            var facts = PostDecisions.facts(PostKind.OBSERVANCE);
            facts.put("findingCodes", List.of(code.code()));
            assertThat(code.roles()).as(code.code()).isNotEmpty();
            assertThat(DECISIONS.reviewers(facts)).as(code.code()).containsAll(code.roles());
        }
    }

    @Test
    void everyFindingOfTheCatalogIsInTheListOfFindings() throws Exception {
        try (var lines = getClass().getResourceAsStream("/decisions/finding-codes.csv")) {
            var listed = new String(lines.readAllBytes()).lines().filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(",")[0].trim()).toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(
                    FindingCatalog.shipped().codes().stream().map(FindingCode::code).toList());
        }
    }

    @Test
    void anUnknownKindIsTreatedAsTheWorst() {
        var facts = PostDecisions.facts(PostKind.EVENT);
        facts.put("postKind", "INVENTED_LATER");
        assertThat(DECISIONS.riskClass(facts)).isEqualTo(4);
        assertThat(DECISIONS.reviewers(facts)).contains("privacy", "legal", "compliance", "executive");
    }

    @Test
    void aBlockThatIsNotKnownToBeResolvedStopsThePost() {
        var facts = PostDecisions.facts(PostKind.TEMPLATE_ROUTINE);
        facts.remove("unresolvedBlock");
        assertThat(DECISIONS.publishMode(facts)).isEqualTo("BLOCKED");
    }

    @Test
    void everyClassRoleAndModeHasExactlyOneDeadline() {
        for (int riskClass = 0; riskClass <= 4; riskClass++) {
            for (var role : Role.values()) {
                for (var mode : List.of("BLOCKED", "FROZEN", "EXPEDITED", "AUTO_AFTER_EDITOR", "AFTER_ALL_APPROVALS")) {
                    var deadlines = DECISIONS.deadlines(riskClass, role.id(), mode);
                    assertThat(deadlines).as("class %d, %s, %s", riskClass, role, mode).hasSize(1);
                    assertThat(deadlines.get(0)).hasSize(4);
                    assertThat((Integer) deadlines.get(0).get("amount")).isPositive();
                    assertThat((Integer) deadlines.get(0).get("approvalValidHours")).isPositive();
                    BusinessClock.Unit.valueOf((String) deadlines.get(0).get("unit"));
                    assertThat(Role.of((String) deadlines.get(0).get("escalateTo"))).isPresent();
                }
            }
        }
    }

    @ParameterizedTest(name = "class {0}, {1}, {2}: {3} {4}")
    @CsvFileSource(resources = "/decisions/deadlines.csv")
    void deadlinesAreThoseOfTheServiceLevels(int riskClass, String role, String mode, int amount, String unit,
                                             int validHours, String escalateTo) {
        assertThat(DECISIONS.deadlines(riskClass, role, mode)).containsExactly(new HashMap<>(Map.of("amount", amount,
                "unit", unit, "approvalValidHours", validHours, "escalateTo", escalateTo)));
    }

    private static Set<String> words(String text) {
        return text == null || text.isBlank() ? new HashSet<>()
                : Arrays.stream(text.trim().split(" +")).collect(Collectors.toSet());
    }
}
