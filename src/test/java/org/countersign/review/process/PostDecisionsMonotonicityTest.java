package org.countersign.review.process;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.countersign.post.PostKind;
import org.countersign.post.ServiceLine;
import org.countersign.screening.FindingCatalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Findings only raise the risk (invariant of screening): none of them ever lowers the class or spares a reviewer. */
class PostDecisionsMonotonicityTest {

    private static final PostDecisions DECISIONS = new PostDecisions();
    private static final List<String> CODES = FindingCatalog.shipped().codes().stream().map(code -> code.code()).toList();

    @Property(tries = 150)
    void oneMoreFindingNeverLowersTheClassNorSparesAReviewer(@ForAll("posts") Map<String, Object> facts,
                                                            @ForAll("codes") String more) {
        var worse = new java.util.HashMap<>(facts);
        var codes = new ArrayList<>(DECISIONS.codes(facts));
        codes.add(more);
        worse.put("findingCodes", codes);
        worse.put("reviewSeverityCount", (Integer) facts.get("reviewSeverityCount") + 1);

        assertThat(DECISIONS.riskClass(worse)).isBetween(DECISIONS.riskClass(facts), 4);
        assertThat(DECISIONS.reviewers(worse)).containsAll(DECISIONS.reviewers(facts));
    }

    @Property(tries = 60)
    void paidReachNewsAndNewAccountsNeverLowerTheClassNorSpareAReviewer(@ForAll("posts") Map<String, Object> facts) {
        for (var flag : List.of("paid", "newsLinked", "newAccount")) {
            var without = new java.util.HashMap<>(facts);
            without.put(flag, false);
            var with = new java.util.HashMap<>(facts);
            with.put(flag, true);
            assertThat(DECISIONS.riskClass(with)).isGreaterThanOrEqualTo(DECISIONS.riskClass(without));
            assertThat(DECISIONS.reviewers(with)).containsAll(DECISIONS.reviewers(without));
        }
    }

    @Property(tries = 60)
    void nothingIsPublishedWhileABlockIsOpen(@ForAll("posts") Map<String, Object> facts) {
        facts.put("unresolvedBlock", true);
        assertThat(DECISIONS.publishMode(facts)).isEqualTo("BLOCKED");
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of(CODES);
    }

    @Provide
    Arbitrary<Map<String, Object>> posts() {
        var flags = Arbitraries.of(true, false).list().ofSize(5);
        return Combinators.combine(Arbitraries.of(PostKind.class), codes().list().uniqueElements().ofMaxSize(5),
                Arbitraries.of(ServiceLine.class), flags).as((kind, codes, line, set) -> {
                    var facts = PostDecisions.facts(kind);
                    facts.put("findingCodes", codes);
                    facts.put("reviewSeverityCount", codes.size());
                    facts.put("serviceLine", line.name());
                    var names = List.of("paid", "personShown", "newsLinked", "newAccount", "complianceSample");
                    names.forEach(name -> facts.put(name, set.get(names.indexOf(name))));
                    return facts;
                });
    }
}
