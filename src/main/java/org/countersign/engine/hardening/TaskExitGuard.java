package org.countersign.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * A task ends by the answers of its form or by what the diagram says, never by an error or an escalation that a person
 * throws from outside: whoever may work on a task could otherwise leave it past its decision.
 */
class TaskExitGuard extends CommandInterceptor {

    /** @throws BadUserRequestException for both commands, whoever sends them; REST clients see a 400 */
    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof HandleTaskBpmnErrorCmd || command instanceof HandleTaskEscalationCmd) {
            throw new BadUserRequestException("A task cannot be left by an error or an escalation; complete it");
        }
        return next.execute(command);
    }
}
