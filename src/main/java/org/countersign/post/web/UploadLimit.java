package org.countersign.post.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Refuses uploads that are larger than the server reads at all, before anything looks for a token in them: a body that
 * cannot be parsed has no token, and the answer would say that the person may not do this.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadLimit extends OncePerRequestFilter {

    static final String SENTENCE = "The file is too large: a picture may have at most 10 MB. Nothing was stored; "
            + "make it smaller and try again.";

    private final long most;

    UploadLimit(MultipartProperties multipart) {
        most = multipart.getMaxFileSize().toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.startsWith("multipart/") || request.getContentLengthLong() <= most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean program = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        if (!program && request.getHeader("HX-Request") == null) {
            response.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return;
        }
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        response.setContentType(program ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write(program
                ? "{\"title\":\"Payload Too Large\",\"status\":413,\"detail\":\"" + SENTENCE + "\"}"
                : "<p id=\"upload-said\" role=\"alert\" class=\"note problem\" hx-swap-oob=\"true\">" + SENTENCE + "</p>");
    }
}
