package org.sifang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Leads people to the login page, and back to it with a reason. */
@Component
class PageDoor implements AuthenticationEntryPoint, AuthenticationFailureHandler, AccessDeniedHandler {

    static final String LOGIN = "/login";

    private final DataSize largestRequest;

    PageDoor(@Value("${spring.servlet.multipart.max-request-size}") DataSize largestRequest) {
        this.largestRequest = largestRequest;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        boolean expired = request.getRequestedSessionId() != null;
        String login = request.getContextPath() + LOGIN + (expired ? "?expired" : "");
        if (request.getHeader("HX-Request") != null) {
            // A fragment must not be filled with a login page: the browser leaves the whole page.
            response.setHeader("HX-Redirect", login);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        response.sendRedirect(login);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        String query = reason instanceof TooManyAttemptsException tooMany
                ? "?wait=" + (tooMany.waitFor().toMinutes() + 1)
                : "?error";
        response.sendRedirect(request.getContextPath() + LOGIN + query);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        // Of a form that is too large the container reads nothing, not even the token that this is about.
        boolean tooLarge = denied instanceof CsrfException && request.getContentLengthLong() > largestRequest.toBytes();
        response.sendError((tooLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.FORBIDDEN).value());
    }
}
