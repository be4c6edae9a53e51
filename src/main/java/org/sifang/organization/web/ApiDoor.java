package org.sifang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Turns machines away with problem details, never with a login page. */
@Component
class ApiDoor implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    ApiDoor(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof TooManyAttemptsException tooMany) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(tooMany.waitFor().toSeconds() + 1));
            problems.write(
                    response,
                    problems.of(
                            request,
                            HttpStatus.TOO_MANY_REQUESTS,
                            problems.say(
                                    request,
                                    "login.throttled",
                                    tooMany.waitFor().toMinutes() + 1)));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Sifang\", charset=\"UTF-8\"");
        problems.write(response, problems.of(request, HttpStatus.UNAUTHORIZED, (String) null));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        String detail = denied instanceof PasswordToBeChangedException
                ? problems.say(request, "problem.password-to-be-changed")
                : null;
        problems.write(response, problems.of(request, HttpStatus.FORBIDDEN, detail));
    }
}
