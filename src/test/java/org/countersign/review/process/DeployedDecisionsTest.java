package org.countersign.review.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.countersign.post.PostKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The tables in the engine that runs them, asked with variables as the process stores them: lists as JSON. */
@SuppressWarnings("unchecked")
class DeployedDecisionsTest {

    private static final String FOLDER = "processes/post-review/";
    private static ProcessEngine engine;

    @BeforeAll
    static void deploy() {
        var configuration = (StandaloneInMemProcessEngineConfiguration) new StandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("decisions").setJdbcUrl("jdbc:h2:mem:decisions").setHistory("full")
                .setDefaultSerializationFormat(Variables.SerializationDataFormats.JSON.getName());
        configuration.setEnforceHistoryTimeToLive(true);
        configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
        engine = configuration.buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        for (var file : List.of("classify-post.dmn", "reviewers.dmn", "review-deadlines.dmn")) {
            deployment.addClasspathResource(FOLDER + file);
        }
        deployment.addModelInstance("route.bpmn", routing()).deploy();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void aProcessAsksInTurnWithListsStoredAsJson() {
        var routed = route(PostKind.WELLNESS_GENERAL, List.of("T3", "M4"));
        assertThat(routed).containsEntry("riskClass", 3).containsEntry("publishMode", "AFTER_ALL_APPROVALS");
        assertThat((List<String>) routed.get("reviewers")).containsExactlyInAnyOrder("clinical", "legal");
        assertThat((Map<String, Object>) routed.get("deadline")).isEqualTo(
                Map.of("amount", 2, "unit", "BUSINESS_DAYS", "approvalValidHours", 336, "escalateTo", "executive"));
    }

    @Test
    void aPostWithoutFindingsIsRoutedToo() {
        var routed = route(PostKind.TEMPLATE_ROUTINE, List.of());
        assertThat(routed).containsEntry("riskClass", 0).containsEntry("publishMode", "AUTO_AFTER_EDITOR")
                .containsEntry("reviewers", List.of("marketing"));
    }

    @Test
    void everyDecisionIsKeptForHalfAYearInTheHistoryOfTheEngine() {
        assertThat(engine.getRepositoryService().createDecisionDefinitionQuery().list()).hasSize(10)
                .extracting(DecisionDefinition::getHistoryTimeToLive).containsOnly(180);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify-post.dmn", "reviewers.dmn", "review-deadlines.dmn"})
    void everyRowSaysWhyAndEveryDecisionHasItsPlaceInTheDiagram(String file) {
        var model = Dmn.readModelFromStream(getClass().getClassLoader().getResourceAsStream(FOLDER + file));
        assertThat(model.getModelElementsByType(Rule.class)).isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getDescription().getTextContent()).hasSizeGreaterThan(10));
        var shapes = model.getDocument().getElementsByNameNs(
                "https://www.omg.org/spec/DMN/20191111/DMNDI/", "DMNShape").stream()
                .map(shape -> shape.getAttribute("dmnElementRef")).toList();
        assertThat(shapes).containsAll(
                model.getModelElementsByType(Decision.class).stream().map(Decision::getId).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify-post.dmn", "reviewers.dmn"})
    void noRowIsWrittenTwice(String file) {
        var model = Dmn.readModelFromStream(getClass().getClassLoader().getResourceAsStream(FOLDER + file));
        for (var table : model.getModelElementsByType(DecisionTable.class)) {
            var conditions = new ArrayList<>(table.getRules().stream().map(rule -> rule.getInputEntries().stream()
                    .map(entry -> entry.getTextContent()).toList()).toList());
            assertThat(conditions).doesNotHaveDuplicates();
        }
    }

    /** The decisions as business rule tasks that read the variables back from the database. */
    private static Map<String, Object> route(PostKind kind, List<String> codes) {
        var facts = Variables.fromMap(PostDecisions.facts(kind))
                .putValueTyped("findingCodes", Variables.objectValue(new ArrayList<>(codes))
                        .serializationDataFormat(Variables.SerializationDataFormats.JSON).create())
                .putValue("reviewSeverityCount", codes.size()).putValue("role", "legal");
        var instance = engine.getRuntimeService().startProcessInstanceByKey("route", facts);
        var job = engine.getManagementService().createJobQuery().processInstanceId(instance.getId()).singleResult();
        engine.getManagementService().executeJob(job.getId());
        return engine.getRuntimeService().getVariables(instance.getId());
    }

    private static BpmnModelInstance routing() {
        return Bpmn.createExecutableProcess("route").camundaHistoryTimeToLive(1).startEvent().camundaAsyncAfter()
                .businessRuleTask().camundaDecisionRef("riskClass").camundaMapDecisionResult("singleEntry")
                .camundaResultVariable("riskClass")
                .businessRuleTask().camundaDecisionRef("reviewers").camundaMapDecisionResult("collectEntries")
                .camundaResultVariable("reviewers")
                .businessRuleTask().camundaDecisionRef("publishMode").camundaMapDecisionResult("singleEntry")
                .camundaResultVariable("publishMode")
                .businessRuleTask().camundaDecisionRef("reviewDeadline").camundaMapDecisionResult("singleResult")
                .camundaResultVariable("deadline")
                .userTask().endEvent().done();
    }
}
