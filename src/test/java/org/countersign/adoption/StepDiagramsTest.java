package org.countersign.adoption;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.countersign.people.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.io.ClassPathResource;

import java.io.File;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** Diagrams, forms and the plan of each step say the same. */
class StepDiagramsTest {

    private static final StepPlans PLANS = new StepPlans(new ClassPathResource("adoption/steps.yaml"));

    @ParameterizedTest
    @EnumSource(Step.class)
    void whatThePlanAsksOfPeopleIsATaskWithAFormOfThatName(Step step) {
        StepPlan plan = PLANS.of(step);
        Map<String, UserTask> tasks = tasks(step);
        assertThat(plan.evidence().stream().map(StepPlan.Required::kind).filter(kind -> !kind.startsWith("check:")))
                .isNotEmpty().allSatisfy(kind -> assertThat(tasks).containsKey(task(kind)))
                .allSatisfy(kind -> assertThat(tasks.get(task(kind)).getCamundaFormRef()).isEqualTo(kind));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void eachFormThatIsKeptAsEvidenceHasATitleInThePlan(Step step) {
        StepPlan plan = PLANS.of(step);
        assertThat(tasks(step).values()).extracting(UserTask::getCamundaFormRef)
                .allSatisfy(form -> assertThat(new File("forms/adoption/" + form + ".form")).exists())
                .filteredOn(form -> !form.equals("complete-evidence") && !form.equals(StepTask.DECISION))
                .allSatisfy(form -> assertThat(plan.title(form)).isNotBlank());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void theOwnerCompletesAndEveryGroupIsARole(Step step) {
        assertThat(tasks(step).get("completeEvidence").getCamundaCandidateGroups()).isEqualTo(PLANS.of(step).owner().id());
        assertThat(tasks(step).get("decideStep").getCamundaCandidateGroups()).isEqualTo("${decider}");
        assertThat(tasks(step).values()).extracting(UserTask::getCamundaCandidateGroups)
                .filteredOn(group -> !group.startsWith("$")).allSatisfy(group -> assertThat(Role.of(group)).isPresent());
    }

    private static Map<String, UserTask> tasks(Step step) {
        Collection<UserTask> tasks = Bpmn.readModelFromFile(new File("processes/adoption/" + step.key() + ".bpmn"))
                .getModelElementsByType(UserTask.class);
        return tasks.stream().collect(Collectors.toMap(UserTask::getId, Function.identity()));
    }

    private static String task(String kind) {
        String[] words = kind.split("-");
        return words[0] + Stream.of(Arrays.copyOfRange(words, 1, words.length))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }
}
