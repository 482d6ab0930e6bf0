package org.countersign.review.process;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.countersign.engine.access.AsApplication;
import org.countersign.post.PostKind;
import org.countersign.review.RiskTables;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the tables in the engine, and remembers what they said about each kind.
 */
@Component
class EngineRiskTables implements RiskTables {

    private static final String KIND_CLASS = "kindClass";

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final AsApplication application;
    private final Map<String, Integer> remembered = new ConcurrentHashMap<>();

    EngineRiskTables(DecisionService decisions, RepositoryService repository, AsApplication application) {
        this.decisions = decisions;
        this.repository = repository;
        this.application = application;
    }

    @Override
    public int kindClass(PostKind kind) {
        return application.ask(() -> {
            String table = repository.createDecisionDefinitionQuery().decisionDefinitionKey(KIND_CLASS).latestVersion()
                    .singleResult().getId();
            return remembered.computeIfAbsent(table + kind.name(), key -> ((Number) decisions
                    .evaluateDecisionTableById(table).variables(Map.of(PostReview.POST_KIND, kind.name())).evaluate()
                    .getSingleEntry()).intValue());
        });
    }

    @Override
    public Judgment judge(Map<String, Object> facts) {
        return application.ask(() -> {
            Map<String, Object> routed = new HashMap<>(facts);
            int riskClass = ((Number) decisions.evaluateDecisionByKey(PostReview.RISK_CLASS).variables(facts).evaluate()
                    .getSingleEntry()).intValue();
            routed.put(PostReview.RISK_CLASS, riskClass);
            return new Judgment(riskClass, decisions.evaluateDecisionByKey(PostReview.PUBLISH_MODE).variables(routed)
                    .evaluate().getSingleEntry());
        });
    }
}
