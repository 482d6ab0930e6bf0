package org.countersign.review.process;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.countersign.post.PostKind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The decision tables of the post loop in an engine of their own, asked in the order of the process. */
class PostDecisions {

    private static final String FOLDER = "processes/post-review/";

    private final DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> decisions = new HashMap<>();

    PostDecisions() {
        for (var file : List.of("classify-post.dmn", "reviewers.dmn", "review-deadlines.dmn")) {
            var resource = getClass().getClassLoader().getResourceAsStream(FOLDER + file);
            engine.parseDecisions(resource).forEach(decision -> decisions.put(decision.getKey(), decision));
        }
    }

    /** What is known about a post without findings and without anything special. */
    static Map<String, Object> facts(PostKind kind) {
        var facts = new HashMap<String, Object>();
        facts.put("postKind", kind.name());
        facts.put("findingCodes", List.of());
        facts.put("reviewSeverityCount", 0);
        facts.put("unresolvedBlock", false);
        facts.put("serviceLine", "GENERAL");
        for (var flag : List.of("paid", "personShown", "newsLinked", "newAccount", "complianceSample")) {
            facts.put(flag, false);
        }
        return facts;
    }

    int one(String decision, Map<String, Object> facts) {
        return (Integer) engine.evaluateDecision(decisions.get(decision), facts).getSingleEntry();
    }

    int riskClass(Map<String, Object> facts) {
        return one("riskClass", facts);
    }

    String publishMode(Map<String, Object> facts) {
        var routed = new HashMap<>(facts);
        routed.put("riskClass", riskClass(facts));
        return engine.evaluateDecision(decisions.get("publishMode"), routed).getSingleEntry();
    }

    /** The roles in the order of the table; the same role twice is an error of the table. */
    Set<String> reviewers(Map<String, Object> facts) {
        var routed = new HashMap<>(facts);
        routed.put("riskClass", riskClass(facts));
        List<String> roles = engine.evaluateDecision(decisions.get("reviewers"), routed).collectEntries("reviewers");
        var distinct = new HashSet<>(roles);
        if (distinct.size() != roles.size()) {
            throw new AssertionError("A role is asked twice: " + roles);
        }
        return distinct;
    }

    @SuppressWarnings("unchecked")
    List<String> codes(Map<String, Object> facts) {
        return (List<String>) facts.get("findingCodes");
    }

    List<Map<String, Object>> deadlines(int riskClass, String role, String publishMode) {
        return engine.evaluateDecision(decisions.get("reviewDeadline"),
                Map.of("riskClass", riskClass, "role", role, "publishMode", publishMode)).getResultList();
    }
}
