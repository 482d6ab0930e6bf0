package org.countersign.post.api;

import org.countersign.post.EditConflict;
import org.countersign.post.Incomplete;
import org.countersign.post.MediaLibrary;
import org.countersign.post.NotAllowed;
import org.countersign.post.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

import java.util.List;
import java.util.NoSuchElementException;

/** What the desk refuses, as problem details; {@code problems} says what to mend and where. */
@RestControllerAdvice(basePackageClasses = DeskProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DeskProblems {

    @ExceptionHandler
    ProblemDetail conflict(EditConflict conflict) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, conflict.getMessage());
        detail.setProperty("savedBy", conflict.savedBy());
        detail.setProperty("revision", conflict.revision());
        return detail;
    }

    @ExceptionHandler
    ProblemDetail refused(NotAllowed refusal) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail incomplete(Incomplete incomplete) {
        return toMend(incomplete.getMessage(), incomplete.problems());
    }

    @ExceptionHandler
    ProblemDetail unclear(Unclear unclear) {
        return toMend(unclear.getMessage(), unclear.problems());
    }

    @ExceptionHandler
    ProblemDetail invalid(MethodArgumentNotValidException invalid) {
        return toMend("What was sent cannot be read as a post.", invalid.getFieldErrors().stream()
                .map(error -> new Problem(error.getField(), error.getDefaultMessage())).toList());
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchElementException unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "There is no such post.");
    }

    @ExceptionHandler
    ProblemDetail forbidden(AccessDeniedException denied) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.FORBIDDEN, "This is for authors of the organization.");
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException tooLarge) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.PAYLOAD_TOO_LARGE,
                "A picture may have at most %d MB.".formatted(MediaLibrary.MOST_BYTES / 1_000_000));
    }

    private static ProblemDetail toMend(String sentence, List<Problem> problems) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
        detail.setProperty("problems", problems);
        return detail;
    }
}
