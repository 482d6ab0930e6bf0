package org.countersign.adoption.process;

import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.countersign.adoption.GateEffect;
import org.countersign.adoption.GateQuestion;
import org.countersign.adoption.GateTable;
import org.countersign.adoption.Step;
import org.countersign.adoption.StepState;
import org.countersign.engine.access.AsApplication;
import org.springframework.stereotype.Component;

import java.util.Map;

/**
 * {@code gates.dmn} as it is deployed now.
 */
@Component
class EngineGateTable implements GateTable {

    private static final String TABLE = "gate";

    private final DecisionService decisions;
    private final RepositoryService repository;
    private final AsApplication application;

    EngineGateTable(DecisionService decisions, RepositoryService repository, AsApplication application) {
        this.decisions = decisions;
        this.repository = repository;
        this.application = application;
    }

    @Override
    public String version() {
        return application.ask(() -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(TABLE)
                .latestVersion().singleResult().getId());
    }

    @Override
    public GateEffect effect(Step step, StepState state, long days, GateQuestion question) {
        return application.ask(() -> GateEffect.valueOf(decisions.evaluateDecisionTableByKey(TABLE).variables(Map.of(
                "step", step.number(), "state", state.name(), "days", (int) days, "riskClass", question.riskClass(),
                "postKind", question.kind().name(), "newGround", question.newGround())).evaluate().getSingleEntry()));
    }
}
