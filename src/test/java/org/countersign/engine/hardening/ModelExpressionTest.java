package org.countersign.engine.hardening;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What expressions in a diagram can still do, and what they cannot. */
class ModelExpressionTest {

    private static TestEngine stock;
    private static TestEngine hardened;

    @BeforeAll
    static void startEngines() {
        stock = TestEngine.stock();
        hardened = TestEngine.hardened();
    }

    @AfterAll
    static void stopEngines() {
        stock.close();
        hardened.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "${''.class}", "${''['class'].name}", "${''.getClass().getName()}",
            "${probe}", "${probe.touch()}", "${probe.touched}",
            "${probeDelegate.touch()}", "${probeDelegate.touched}",
            "${execution.processEngineServices.repositoryService}", "${execution.processEngine.name}",
            "${execution.getProcessEngineServices().getRepositoryService()}",
            "${execution.bpmnModelInstance}", "${execution.getVariables()}", "${execution.removeVariable('text')}",
            "${execution.setVariable('text', 'x')}", "${execution['processEngineServices']}",
            "${text.bytes}", "${text.concat('x')}", "${list.add('x')}", "${list.stream()}"})
    void serviceTasksCannotEvaluate(String expression) {
        assertThatCode(() -> evaluate(stock, expression)).as("runs on the engine as it comes").doesNotThrowAnyException();
        int before = hardened.touches();
        assertThatThrownBy(() -> evaluate(hardened, expression)).isInstanceOf(ProcessEngineException.class);
        assertThat(hardened.touches()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "${text == 'some'}", "${number > 2 and not flag}", "${empty list}", "${list[0] == 'legal'}", "${map.amount + 1}",
            "${execution.processBusinessKey}", "${execution.businessKey}", "${execution.getVariable('text')}",
            "${execution.hasVariable('absent')}", "${authenticatedUserId}", "${currentUser()}", "${dateTime()}"})
    void serviceTasksCanEvaluate(String expression) {
        assertThatCode(() -> evaluate(hardened, expression)).doesNotThrowAnyException();
    }

    @Test
    void aDelegateIsFoundByItsNameAndNoVariableTakesItsPlace() {
        hardened.deploy(Bpmn.createExecutableProcess("delegating").startEvent()
                .serviceTask().camundaDelegateExpression("${probeDelegate}").userTask().endEvent().done());

        ProcessInstance instance = hardened.engine.getRuntimeService()
                .startProcessInstanceByKey("delegating", Map.of("probeDelegate", "something else"));

        assertThat(hardened.engine.getRuntimeService().getVariable(instance.getId(), "executed")).isEqualTo(true);
    }

    @Test
    void whatADiagramNeedsWorks() {
        var model = Bpmn.createExecutableProcess("all").startEvent()
                .exclusiveGateway("three").condition("no", "${number != 3}").endEvent()
                .moveToNode("three").condition("yes", "${number == 3}")
                .userTask("review").name("Review by ${role}").camundaCandidateGroups("${role}").camundaDueDate("${due}")
                .multiInstance().parallel().camundaCollection("${roles}").camundaElementVariable("role").multiInstanceDone()
                .boundaryEvent("remind").cancelActivity(false).timerWithDate("${due}").endEvent()
                .moveToActivity("review").intermediateCatchEvent("changed").condition("${number == 4}")
                .endEvent().done();
        model.getModelElementsByType(Process.class).forEach(each -> each.setCamundaCandidateStarterGroups("${currentUser()}"));
        hardened.deploy(model);
        Date due = new Date(System.currentTimeMillis() + 3_600_000);
        var values = variables();
        values.put("due", due);

        ProcessInstance instance = hardened.engine.getRuntimeService().startProcessInstanceByKey("all", values);
        var tasks = hardened.engine.getTaskService();
        assertThat(tasks.createTaskQuery().taskCandidateGroup("legal").singleResult())
                .returns("Review by legal", task -> task.getName())
                .returns(due, task -> new Date(task.getDueDate().getTime()));
        tasks.createTaskQuery().processInstanceId(instance.getId()).list().forEach(task -> tasks.complete(task.getId()));
        hardened.engine.getRuntimeService().setVariable(instance.getId(), "number", 4);

        assertThat(hardened.engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("all").count()).isZero();
    }

    @Test
    void decisionTablesWorkWithTheirOwnLanguage() {
        hardened.engine.getRepositoryService().createDeployment().addString("decide.dmn", DECISION).deploy();
        hardened.deploy(Bpmn.createExecutableProcess("deciding").startEvent()
                .businessRuleTask().camundaDecisionRef("roles").camundaMapDecisionResult("collectEntries")
                .camundaResultVariable("roles").userTask().endEvent().done());

        ProcessInstance instance = hardened.engine.getRuntimeService().startProcessInstanceByKey("deciding", Map.of("number", 3));

        assertThat(hardened.engine.getRuntimeService().getVariable(instance.getId(), "roles"))
                .isEqualTo(List.of("legal", "privacy"));
    }

    private static void evaluate(TestEngine engine, String expression) {
        engine.deploy(Bpmn.createExecutableProcess("evaluating").startEvent()
                .serviceTask().camundaExpression(expression).endEvent().done());
        engine.engine.getRuntimeService().startProcessInstanceByKey("evaluating", "key", variables());
    }

    private static Map<String, Object> variables() {
        return Variables.createVariables().putValue("text", "some").putValue("number", 3).putValue("flag", false)
                .putValue("list", new ArrayList<>(List.of("legal"))).putValue("map", new HashMap<>(Map.of("amount", 1)))
                .putValue("roles", new ArrayList<>(List.of("legal", "privacy")));
    }

    private static final String DECISION = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test"
                         xmlns:camunda="http://camunda.org/schema/1.0/dmn">
              <decision id="roles" name="Roles" camunda:historyTimeToLive="P1D">
                <decisionTable id="t" hitPolicy="COLLECT">
                  <input id="i"><inputExpression id="e" typeRef="integer"><text>number</text></inputExpression></input>
                  <output id="o" name="role" typeRef="string"/>
                  <rule id="r1"><inputEntry id="i1"><text>&gt; 1</text></inputEntry>
                    <outputEntry id="o1"><text>"legal"</text></outputEntry></rule>
                  <rule id="r2"><inputEntry id="i2"><text>3</text></inputEntry>
                    <outputEntry id="o2"><text>"privacy"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;
}
