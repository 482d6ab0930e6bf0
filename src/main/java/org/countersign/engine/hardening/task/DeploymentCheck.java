package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.countersign.engine.form.FormSchema;
import org.countersign.engine.form.UnreadableForm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Refuses a deployment that would leave a user task without exactly one rule, or a form that cannot be checked on the
 * server. What was deployed before is loaded without this check, so that running processes stay readable.
 */
class DeploymentCheck implements Deployer {

    private final Rules rules;

    DeploymentCheck(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        List<String> complaints = new ArrayList<>();
        List<ProcessDefinitionEntity> processes = deployment.getDeployedArtifacts(ProcessDefinitionEntity.class);
        if (processes != null) {
            processes.forEach(process -> complainAboutTasks(process, complaints));
        }
        deployment.getResources().values().forEach(resource -> complainAboutForm(resource, complaints));
        if (!complaints.isEmpty()) {
            throw new BadUserRequestException(String.join(" ", complaints));
        }
    }

    private void complainAboutTasks(ProcessDefinitionEntity process, List<String> complaints) {
        for (String taskKey : process.getTaskDefinitions().keySet()) {
            String complaint = rules.complaintAtDeployment(process.getKey(), taskKey);
            if (complaint != null) {
                complaints.add(complaint);
            }
        }
    }

    private static void complainAboutForm(ResourceEntity resource, List<String> complaints) {
        if (resource.getName().endsWith(".form")) {
            try {
                FormSchema.read(new String(resource.getBytes(), StandardCharsets.UTF_8));
            } catch (UnreadableForm unreadable) {
                complaints.add(resource.getName() + ": " + unreadable.getMessage());
            }
        }
    }
}
