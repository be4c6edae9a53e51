package org.sifang.organization.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Says what went wrong in the reader's language: as problem details (RFC 9457) for machines; the pages take title and
 * detail from the same place.
 */
@Component
class Problems {

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    Problems(MessageSource messages, LocaleResolver locales, ObjectMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** A fault as it is told. */
    record ToldFault(String path, String code, String message) {}

    static boolean isApi(HttpServletRequest request, String path) {
        return path.startsWith(request.getContextPath() + "/api/");
    }

    static boolean isApi(HttpServletRequest request) {
        return isApi(request, request.getRequestURI());
    }

    /** @param detail a sentence in the reader's language; null: what is usual for the status */
    ProblemDetail of(HttpServletRequest request, HttpStatus status, @Nullable String detail) {
        Locale locale = locales.resolveLocale(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(usual(status, "title", locale));
        problem.setDetail(detail == null ? usual(status, "detail", locale) : detail);
        return problem;
    }

    ProblemDetail of(HttpServletRequest request, List<Fault> faults) {
        ProblemDetail problem =
                of(request, HttpStatus.UNPROCESSABLE_ENTITY, say(request, "problem.faults", faults.size()));
        problem.setProperty(
                "faults",
                faults.stream()
                        .map(fault -> new ToldFault(fault.path(), fault.code(), say(request, fault)))
                        .toList());
        return problem;
    }

    ProblemDetail of(HttpServletRequest request, NotFoundException problem) {
        return of(request, HttpStatus.NOT_FOUND, say(request, "problem.not-found", kind(request, problem.kind())));
    }

    ProblemDetail of(HttpServletRequest request, StateConflictException conflict) {
        ProblemDetail problem = of(
                request,
                HttpStatus.CONFLICT,
                say(
                        request,
                        "problem.conflict",
                        kind(request, conflict.kind()),
                        states(request, conflict.kind(), conflict.actual()),
                        states(request, conflict.kind(), conflict.wanted())));
        problem.setProperty("actual", conflict.actual());
        problem.setProperty("wanted", conflict.wanted());
        return problem;
    }

    String say(HttpServletRequest request, String key, Object... args) {
        return messages.getMessage(key, args, key, locales.resolveLocale(request));
    }

    String say(HttpServletRequest request, Fault fault) {
        return say(request, fault.code(), fault.args().toArray());
    }

    /** Writes the problem where no controller is in play. */
    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), problem);
    }

    private String usual(HttpStatus status, String part, Locale locale) {
        String family = status.is5xxServerError() ? "500" : "400";
        String fallback = messages.getMessage("problem." + family + "." + part, null, locale);
        return messages.getMessage("problem." + status.value() + "." + part, null, fallback, locale);
    }

    private String kind(HttpServletRequest request, String kind) {
        return messages.getMessage("kind." + kind, null, kind, locales.resolveLocale(request));
    }

    /** Names of states in the words of the pages' chips, as far as there are words. */
    private String states(HttpServletRequest request, String kind, String names) {
        Locale locale = locales.resolveLocale(request);
        StringBuilder words = new StringBuilder();
        for (String name : names.split("\\s*,\\s*")) {
            words.append(words.isEmpty() ? "" : messages.getMessage("problem.or", null, locale))
                    .append(messages.getMessage("chip." + kind + "." + name, null, name, locale));
        }
        return words.toString();
    }
}
