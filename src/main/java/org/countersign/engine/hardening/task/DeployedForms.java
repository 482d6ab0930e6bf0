package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.GetDeploymentResourceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.countersign.engine.form.FormSchema;
import org.countersign.engine.form.UnreadableForm;
import org.countersign.engine.task.TaskRefused;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The form that Tasklist shows for a task: the one deployed with the process, in the version the diagram is bound to.
 */
class DeployedForms {

    /** @param version of the form's definition, 0 when the task has no form */
    record Deployed(FormSchema schema, int version) {
    }

    /** By id of the form's definition, which never changes once it is deployed. */
    private final Map<String, FormSchema> read = new ConcurrentHashMap<>();

    Deployed of(TaskEntity task) {
        task.initializeFormKey();
        if (task.getCamundaFormRef() == null) {
            return new Deployed(FormSchema.none(), 0);
        }
        CommandContext context = Context.getCommandContext();
        CamundaFormDefinition definition = context.runWithoutAuthorization(
                new GetCamundaFormDefinitionCmd(task.getCamundaFormRef(), task.getProcessDefinition().getDeploymentId()));
        if (definition == null) {
            throw new TaskRefused("The form of this task was not deployed with its process. Tell the process owner.");
        }
        return new Deployed(read.computeIfAbsent(definition.getId(), id -> schema(context, definition)),
                definition.getVersion());
    }

    private static FormSchema schema(CommandContext context, CamundaFormDefinition definition) {
        try (InputStream json = context.runWithoutAuthorization(
                new GetDeploymentResourceCmd(definition.getDeploymentId(), definition.getResourceName()))) {
            return FormSchema.read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (UnreadableForm unreadable) {
            throw new TaskRefused(unreadable.getMessage() + " Tell the process owner.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
