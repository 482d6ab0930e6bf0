package org.countersign.escalation.process;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.countersign.businesstime.BusinessClock.Unit;
import org.countersign.engine.access.AsApplication;
import org.countersign.escalation.LadderTables;
import org.countersign.escalation.Level;
import org.countersign.escalation.Moment;
import org.countersign.escalation.Rung;
import org.countersign.escalation.Standing;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;

/**
 * Asks the decision tables in processes/escalation, as they are deployed now.
 */
@Component
class LadderDecisions implements LadderTables {

    private static final String RUNGS = "escalationRungs";
    private static final String STANDING = "taskStanding";
    /** Below every class: a task that is about no post. */
    private static final int NO_CLASS = -1;

    private final DecisionService decisions;
    private final AsApplication application;

    LadderDecisions(DecisionService decisions, AsApplication application) {
        this.decisions = decisions;
        this.application = application;
    }

    @Override
    public List<Rung> rungs(String processKey) {
        return ask(RUNGS, Map.of("processKey", processKey)).stream().map(row -> new Rung(number(row, "rung"),
                Moment.valueOf(row.getEntry("moment")), number(row, "afterBusinessDays"),
                Level.valueOf(row.getEntry("tell")), number(row, "everyBusinessDays"))).toList();
    }

    @Override
    public Standing standing(String processKey, String taskKey, Integer riskClass) {
        DmnDecisionTableResult answer = ask(STANDING, Map.of("processKey", processKey, "taskKey", taskKey,
                "riskClass", riskClass == null ? NO_CLASS : riskClass));
        if (answer.isEmpty()) {
            throw new IllegalStateException("The table task-standing.dmn has no row for the task " + taskKey
                    + " of the process " + processKey + ". Add one.");
        }
        DmnDecisionRuleResult row = answer.getFirstResult();
        return new Standing(number(row, "amount"), Unit.valueOf(row.getEntry("unit")), row.getEntry("supervisor"),
                row.getEntry("executive"), row.getEntry("priority"));
    }

    private DmnDecisionTableResult ask(String decision, Map<String, Object> facts) {
        return application.ask(() ->
                decisions.evaluateDecisionTableByKey(decision, Variables.fromMap(facts)));
    }

    private static int number(DmnDecisionRuleResult row, String name) {
        return row.<Number>getEntry(name).intValue();
    }
}
