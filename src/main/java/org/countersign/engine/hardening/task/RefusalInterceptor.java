package org.countersign.engine.hardening.task;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.countersign.engine.task.TaskRefused;

/**
 * Stands outside the transaction: what is thrown here was rolled back. Brings a refusal out of the exceptions that the
 * engine wraps around it, gives the loser of a race a sentence to read, and keeps people from changing variables or
 * candidates past a form.
 */
class RefusalInterceptor extends CommandInterceptor {

    private final ProcessEngineConfigurationImpl configuration;

    RefusalInterceptor(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        refuseToPeople(command);
        try {
            return next.execute(command);
        } catch (ProcessEngineException e) {
            throw readable(command, e);
        }
    }

    private static ProcessEngineException readable(Command<?> command, ProcessEngineException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TaskRefused refused) {
                return refused;
            }
        }
        boolean raced = thrown instanceof OptimisticLockingException && actsOnTask(command);
        return raced || thrown instanceof TaskAlreadyClaimedException
                ? new TaskRefused("Somebody else took, changed or completed this task a moment ago. Reload your task list.")
                : thrown;
    }

    /** Jobs rely on the exception itself to be tried again, so that only acts of people are translated. */
    private static boolean actsOnTask(Command<?> command) {
        return command instanceof CompleteGuardedTask || command instanceof ClaimGuardedTask
                || command instanceof ReleaseGuardedTask
                || command instanceof AssignTaskCmd || command instanceof DelegateTaskCmd
                || command instanceof ResolveTaskCmd || command instanceof SaveTaskCmd;
    }

    private void refuseToPeople(Command<?> command) {
        if (command instanceof AbstractVariableCmd || command instanceof AbstractPatchVariablesCmd) {
            refuseToPeople("Values are changed by completing a task with its form, in no other way.");
        }
        if (command instanceof AbstractAddIdentityLinkCmd && !(command instanceof AssignTaskCmd)
                || command instanceof DeleteIdentityLinkCmd) {
            refuseToPeople("Who may take a task is said by its process and cannot be changed at the task.");
        }
    }

    private void refuseToPeople(String message) {
        Authentication person = configuration.getIdentityService().getCurrentAuthentication();
        if (person != null && person.getUserId() != null && !isAdministrator(person)) {
            throw new TaskRefused(message);
        }
    }

    private boolean isAdministrator(Authentication person) {
        return configuration.getAdminUsers().contains(person.getUserId())
                || person.getGroupIds() != null
                && person.getGroupIds().stream().anyMatch(configuration.getAdminGroups()::contains);
    }
}
