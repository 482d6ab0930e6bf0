package org.countersign.engine.hardening;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Refuses task queries with expressions in their or-parts (CVE-2026-109432). The engine's own check looks at the outer query
 * only and evaluates the rest. Stored filters run inside another command and do not pass here: for them see
 * {@link ExpressionGuard}.
 */
class AdHocQueryGuard extends CommandInterceptor {

    /** @throws BadUserRequestException before anything is evaluated; REST clients see a 400 */
    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof TaskQueryImpl query && query.getQueries().stream()
                .anyMatch(part -> part != query && !part.getExpressions().isEmpty())) {
            throw new BadUserRequestException("Expressions are forbidden in queries, also in their or-parts");
        }
        return next.execute(command);
    }
}
