package org.sifang.organization.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What failed before or after any controller: in the container, in a filter, in a template. */
@Controller
class ShowErrors implements ErrorController {

    private final Problems problems;

    ShowErrors(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    Object show(HttpServletRequest request, HttpServletResponse response) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        ProblemDetail problem =
                problems.of(request, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, (String) null);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (Problems.isApi(request, String.valueOf(path))) {
            return ResponseEntity.status(problem.getStatus())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        return ErrorPages.of(request, response, problem, List.of());
    }
}
