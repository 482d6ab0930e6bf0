package org.countersign.engine.hardening.task;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.countersign.engine.task.TaskRefused;

/**
 * Completing a task and submitting its form answer 500 to every exception of the engine but two. A refusal is the
 * client's to repair: 400, with its own message and without the prefix that names the task's id.
 */
@Priority(1)
public class RefusalMapper implements ExceptionMapper<RestException> {

    @Override
    public Response toResponse(RestException thrown) {
        if (thrown.getCause() instanceof TaskRefused refused) {
            return Response.status(Response.Status.BAD_REQUEST).type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(ExceptionDto.fromException(refused)).build();
        }
        return ExceptionHandlerHelper.getInstance().getResponse(thrown);
    }
}
