package org.countersign.benchmark;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.countersign.people.Role;
import org.springframework.context.support.GenericApplicationContext;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The deployed diagrams once more, made from what is deployed: the same nodes, tables and forms under other names, but
 * behind every delegate nothing. What the engine alone costs.
 */
final class Baseline {

    static final String PREFIX = "baseline-";
    static final String PROCESS = PREFIX + "post-review";

    private final ProcessEngine engine;

    Baseline(ProcessEngine engine) {
        this.engine = engine;
    }

    /** The beans that its diagrams name. */
    static void register(GenericApplicationContext context) {
        context.registerBean("emptyDelegate", EmptyDelegate.class, EmptyDelegate::new);
        context.registerBean("emptyListener", EmptyListener.class, EmptyListener::new);
        context.registerBean(EmptyRule.class, EmptyRule::new);
    }

    void deploy() throws IOException {
        deploy("post-review");
        deploy("publish-post");
        for (Role role : Role.values()) {
            grant(role, PROCESS);
        }
    }

    /** Starts an instance with what the real one learns from the version. */
    void start(int number) {
        engine.getRuntimeService().startProcessInstanceByKey(PROCESS, UUID.randomUUID().toString(), Map.of(
                "versionNumber", 1, "digest", "0".repeat(64), "author", "ana", "number", number));
    }

    long open() {
        return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(PROCESS).count();
    }

    private void deploy(String process) throws IOException {
        ProcessDefinition original = engine.getRepositoryService().createProcessDefinitionQuery()
                .processDefinitionKey(process).latestVersion().singleResult();
        String deployment = original.getDeploymentId();
        DeploymentBuilder copy = engine.getRepositoryService().createDeployment().name(PREFIX + process);
        for (String resource : engine.getRepositoryService().getDeploymentResourceNames(deployment)) {
            byte[] content = engine.getRepositoryService().getResourceAsStream(deployment, resource).readAllBytes();
            copy.addInputStream(resource, new ByteArrayInputStream(resource.endsWith(".bpmn") ? emptied(content) : content));
        }
        copy.deploy();
    }

    private static byte[] emptied(byte[] diagram) {
        return new String(diagram, UTF_8)
                .replaceAll("(taskListener [^>]*)delegateExpression=\"[^\"]*\"", "$1delegateExpression=\"\\${emptyListener}\"")
                .replaceAll("camunda:delegateExpression=\"[^\"]*\"", "camunda:delegateExpression=\"\\${emptyDelegate}\"")
                .replaceAll("calledElement=\"([^\"]*)\"", "calledElement=\"" + PREFIX + "$1\"")
                .replaceAll("<bpmn:process id=\"([^\"]*)\"", "<bpmn:process id=\"" + PREFIX + "$1\"")
                .replaceAll("bpmnElement=\"(post-review|publish-post)\"", "bpmnElement=\"" + PREFIX + "$1\"")
                .getBytes(UTF_8);
    }

    private void grant(Role role, String process) {
        AuthorizationService authorizations = engine.getAuthorizationService();
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(role.id());
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId(process);
        grant.setPermissions(new ProcessDefinitionPermissions[]{ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.TASK_WORK});
        authorizations.saveAuthorization(grant);
    }
}
