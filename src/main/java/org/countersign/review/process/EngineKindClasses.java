package org.countersign.review.process;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.countersign.engine.access.AsApplication;
import org.countersign.post.PostKind;
import org.countersign.review.KindClasses;
import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks the table that is deployed now, and remembers what it said about each kind.
 */
@Component
class EngineKindClasses implements KindClasses {

    private static final String TABLE = "kindClass";

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final AsApplication application;
    private final Map<String, Integer> remembered = new ConcurrentHashMap<>();

    EngineKindClasses(DecisionService decisions, RepositoryService repository, AsApplication application) {
        this.decisions = decisions;
        this.repository = repository;
        this.application = application;
    }

    @Override
    public int of(PostKind kind) {
        return application.ask(() -> {
            String table = repository.createDecisionDefinitionQuery().decisionDefinitionKey(TABLE).latestVersion()
                    .singleResult().getId();
            return remembered.computeIfAbsent(table + kind.name(), key -> ((Number) decisions.evaluateDecisionTableById(table)
                    .variables(Map.of(PostReview.POST_KIND, kind.name())).evaluate().getSingleEntry()).intValue());
        });
    }
}
