package org.countersign.oversight;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

import java.io.IOException;
import java.util.NoSuchElementException;

/** A figure or report that does not exist is a page that does not exist. */
@ControllerAdvice(assignableTypes = {ScorecardController.class, ReportController.class})
class UnknownPages {

    @ExceptionHandler(NoSuchElementException.class)
    void unknown(HttpServletResponse answer) throws IOException {
        answer.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
