package org.countersign.review.process;

import org.camunda.bpm.engine.delegate.VariableScope;

import java.util.Date;
import java.util.List;
import java.util.Map;

/**
 * Names of the process, its tasks, messages and variables. What is released never changes its name: running instances
 * and deployed diagrams use it.
 */
final class PostReview {

    static final String PROCESS = "post-review";
    static final String REVIEW_POST = "reviewPost";
    static final String REVISE_POST = "revisePost";
    static final String VERSION_SUBMITTED = "versionSubmitted";
    static final String POST_WITHDRAWN = "postWithdrawn";

    static final String VERSION_NUMBER = "versionNumber";
    static final String DIGEST = "digest";
    static final String AUTHOR = "author";
    static final String POST_KIND = "postKind";
    static final String FINDING_CODES = "findingCodes";
    static final String REVIEW_SEVERITY_COUNT = "reviewSeverityCount";
    static final String UNRESOLVED_BLOCK = "unresolvedBlock";
    static final String PAID = "paid";
    static final String SERVICE_LINE = "serviceLine";
    static final String PERSON_SHOWN = "personShown";
    static final String NEWS_LINKED = "newsLinked";
    static final String NEW_ACCOUNT = "newAccount";
    static final String COMPLIANCE_SAMPLE = "complianceSample";
    static final String RISK_CLASS = "riskClass";
    static final String REVIEWERS = "reviewers";
    static final String PUBLISH_MODE = "publishMode";
    static final String VERDICT = "verdict";
    static final String ROUND_CLOSED = "roundClosed";
    static final String PUBLISH_AT = "publishAt";
    static final String PUBLICATION_OUTCOME = "publicationOutcome";
    static final String AUTHOR_CHOICE = "authorChoice";

    /** Local to the review of one role. */
    static final String ROLE = "role";
    static final String DEADLINE = "deadline";
    static final String DECISION = "decision";
    static final String HALFWAY_AT = "halfwayAt";
    static final String NEARLY_AT = "nearlyAt";
    static final String DUE_AT = "dueAt";
    static final String ESCALATE_TO = "escalateTo";
    static final String BLOCKING_FOR_ROLE = "blockingForRole";
    static final String PERCENT = "percent";

    /** The facts that the decision tables read. */
    static final List<String> FACTS = List.of(POST_KIND, FINDING_CODES, REVIEW_SEVERITY_COUNT, UNRESOLVED_BLOCK, PAID,
            SERVICE_LINE, PERSON_SHOWN, NEWS_LINKED, NEW_ACCOUNT, COMPLIANCE_SAMPLE);

    private PostReview() {
    }

    static String text(VariableScope scope, String variable) {
        Object value = scope.getVariable(variable);
        return value == null ? null : value.toString();
    }

    static int number(VariableScope scope, String variable) {
        return ((Number) scope.getVariable(variable)).intValue();
    }

    static Date date(VariableScope scope, String variable) {
        return (Date) scope.getVariable(variable);
    }

    @SuppressWarnings("unchecked")
    static List<String> list(VariableScope scope, String variable) {
        return (List<String>) scope.getVariable(variable);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(VariableScope scope, String variable) {
        return (Map<String, Object>) scope.getVariable(variable);
    }
}
