package org.sifang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.sifang.kernel.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.ModelAndView;

/** A problem as a page, or, when htmx asked for a fragment, as words above the page that stays. */
final class ErrorPages {

    private ErrorPages() {}

    static ModelAndView of(
            HttpServletRequest request, HttpServletResponse response, ProblemDetail problem, List<Fault> faults) {
        HttpStatus status = HttpStatus.valueOf(problem.getStatus());
        String page = page(status);
        ModelAndView view = new ModelAndView(page);
        if (request.getHeader("HX-Request") != null) {
            view.setViewName(
                    faults.isEmpty()
                            ? "fragments/error :: error('" + page.substring("error/".length()) + "')"
                            : "fragments/notes :: faults(${faults})");
            response.setHeader("HX-Retarget", "#flash");
            response.setHeader("HX-Reswap", "innerHTML show:top");
        }
        view.addObject("title", problem.getTitle());
        view.addObject("detail", problem.getDetail());
        view.addObject("faults", faults);
        view.setStatus(status);
        return view;
    }

    private static String page(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN -> "error/403";
            case NOT_FOUND, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE -> "error/404";
            case CONFLICT -> "error/409";
            default -> status.is4xxClientError() ? "error/422" : "error/500";
        };
    }
}
