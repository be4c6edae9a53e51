package org.sifang.organization.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Every fault that leaves a controller, told in one form: what is wrong and where, never how it came about inside. */
@ControllerAdvice
class HandleProblems {

    private static final Logger log = LoggerFactory.getLogger(HandleProblems.class);

    private final Problems problems;
    private final ApiDoor api;
    private final PageDoor pages;

    HandleProblems(Problems problems, ApiDoor api, PageDoor pages) {
        this.problems = problems;
        this.api = api;
        this.pages = pages;
    }

    @ExceptionHandler
    Object faults(FaultsException problem, HttpServletRequest request, HttpServletResponse response) {
        return faults(HttpStatus.UNPROCESSABLE_ENTITY, problem.faults(), request, response);
    }

    @ExceptionHandler
    Object notFound(NotFoundException problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(problems.of(request, problem), List.of(), request, response);
    }

    @ExceptionHandler
    Object conflict(StateConflictException problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(problems.of(request, problem), List.of(), request, response);
    }

    @ExceptionHandler
    Object conflict(ConcurrencyFailureException problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(problems.of(request, HttpStatus.CONFLICT, (String) null), List.of(), request, response);
    }

    @ExceptionHandler
    Object denied(AccessDeniedException problem, HttpServletRequest request, HttpServletResponse response) {
        return answer(problems.of(request, HttpStatus.FORBIDDEN, (String) null), List.of(), request, response);
    }

    @ExceptionHandler
    @Nullable
    Object unknown(AuthenticationException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        (Problems.isApi(request) ? api : pages).commence(request, response, problem);
        return null;
    }

    @ExceptionHandler
    void gone(AsyncRequestNotUsableException problem) {
        // The reader left while we were writing.
    }

    @ExceptionHandler
    Object unreadable(
            HttpMessageNotReadableException problem, HttpServletRequest request, HttpServletResponse response) {
        return faults(HttpStatus.BAD_REQUEST, List.of(place(problem)), request, response);
    }

    @ExceptionHandler
    Object mismatch(
            MethodArgumentTypeMismatchException problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return answer(problems.of(request, HttpStatus.NOT_FOUND, (String) null), List.of(), request, response);
        }
        return faults(HttpStatus.BAD_REQUEST, List.of(mismatch(problem)), request, response);
    }

    @ExceptionHandler
    Object missing(
            MissingServletRequestParameterException problem, HttpServletRequest request, HttpServletResponse response) {
        Fault fault = Fault.at(problem.getParameterName(), "fault.request.missing", problem.getParameterName());
        return faults(HttpStatus.BAD_REQUEST, List.of(fault), request, response);
    }

    @ExceptionHandler
    Object missing(
            MissingServletRequestPartException problem, HttpServletRequest request, HttpServletResponse response) {
        Fault fault = Fault.at(problem.getRequestPartName(), "fault.request.missing", problem.getRequestPartName());
        return faults(HttpStatus.BAD_REQUEST, List.of(fault), request, response);
    }

    @ExceptionHandler
    Object invalid(MethodArgumentNotValidException problem, HttpServletRequest request, HttpServletResponse response) {
        List<Fault> faults = problem.getFieldErrors().stream()
                .map(error -> Fault.at(error.getField(), "fault.request.value"))
                .toList();
        return faults(HttpStatus.UNPROCESSABLE_ENTITY, faults, request, response);
    }

    @ExceptionHandler
    Object other(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            known.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
            return answer(problems.of(request, status, (String) null), List.of(), request, response);
        }
        String reference = Ids.next().toString();
        log.error("Request failed, reference {}", reference, problem);
        ProblemDetail told = problems.of(
                request, HttpStatus.INTERNAL_SERVER_ERROR, problems.say(request, "problem.reference", reference));
        told.setProperty("reference", reference);
        return answer(told, List.of(), request, response);
    }

    private Object faults(
            HttpStatus status, List<Fault> faults, HttpServletRequest request, HttpServletResponse response) {
        ProblemDetail problem = problems.of(request, faults);
        problem.setStatus(status.value());
        return answer(problem, faults, request, response);
    }

    private static Object answer(
            ProblemDetail problem, List<Fault> faults, HttpServletRequest request, HttpServletResponse response) {
        if (Problems.isApi(request)) {
            return ResponseEntity.status(problem.getStatus())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(problem);
        }
        return ErrorPages.of(request, response, problem, faults);
    }

    private static Fault mismatch(MethodArgumentTypeMismatchException problem) {
        Class<?> wanted = problem.getRequiredType();
        if (wanted == null || !wanted.isEnum()) {
            return Fault.at(problem.getName(), "fault.request.value");
        }
        String words =
                Stream.of(wanted.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        return Fault.at(problem.getName(), "fault.request.choice", words);
    }

    /** Where in the JSON it broke; never what stood there. */
    private static Fault place(HttpMessageNotReadableException problem) {
        if (problem.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String path = mapping.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                    .collect(Collectors.joining());
            return Fault.at(path.startsWith(".") ? path.substring(1) : path, "fault.request.value");
        }
        if (problem.getCause() instanceof JsonProcessingException syntax && syntax.getLocation() != null) {
            return Fault.at(
                    "",
                    "fault.request.unreadable",
                    syntax.getLocation().getLineNr(),
                    syntax.getLocation().getColumnNr());
        }
        return Fault.at("", "fault.request.body");
    }
}
