package org.countersign.review.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.countersign.review.Reviews;
import org.countersign.review.Verdict;
import org.springframework.stereotype.Component;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps what the decision tables said, on which facts, in which version.
 */
@Component
class RecordRouting implements JavaDelegate {

    private static final String BLOCKED = "BLOCKED";

    private final ReviewedVersion reviewed;
    private final Reviews reviews;
    private final RepositoryService repository;

    RecordRouting(ReviewedVersion reviewed, Reviews reviews, RepositoryService repository) {
        this.reviewed = reviewed;
        this.reviews = reviews;
        this.repository = repository;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Map<String, Object> facts = new LinkedHashMap<>();
        PostReview.FACTS.forEach(fact -> facts.put(fact, execution.getVariable(fact)));
        String mode = PostReview.text(execution, PostReview.PUBLISH_MODE);
        reviews.route(reviewed.of(execution), PostReview.number(execution, PostReview.RISK_CLASS), mode,
                PostReview.list(execution, PostReview.REVIEWERS), facts, tables(execution));
        execution.setVariable(PostReview.ROUND_CLOSED, false);
        execution.setVariable(PostReview.VERDICT, BLOCKED.equals(mode) ? Verdict.BLOCKED.name() : null);
    }

    /** The tables of the same deployment: those are the ones the diagram is bound to. */
    private Map<String, String> tables(DelegateExecution execution) {
        String deployment = repository.getProcessDefinition(execution.getProcessDefinitionId()).getDeploymentId();
        Map<String, String> tables = new TreeMap<>();
        for (DecisionDefinition table : repository.createDecisionDefinitionQuery().deploymentId(deployment).list()) {
            tables.put(table.getKey(), Integer.toString(table.getVersion()));
        }
        return tables;
    }
}
