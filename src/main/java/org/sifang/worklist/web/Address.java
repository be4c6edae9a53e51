package org.sifang.worklist.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The address of the page being shown, for links that change one part of it and keep the filters. */
@Component
public class Address {

    /** Where in a list a page lies: its number, or the row it begins behind. */
    private static final List<String> PLACES = List.of("page", "after", "below");

    /** Path and query, without the context path. */
    public String here() {
        return current().build().toUriString();
    }

    /** This page with one parameter set; any parameter but the place in a list leads back to the list's beginning. */
    public String with(String name, @Nullable Object value) {
        UriComponentsBuilder changed = current().replaceQueryParam(name);
        PLACES.forEach(changed::replaceQueryParam);
        if (value != null && !value.toString().isEmpty()) {
            changed.queryParam(name, UriUtils.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return changed.build().toUriString();
    }

    public String without(String name) {
        return with(name, null);
    }

    public boolean isHere(String href) {
        return href.equals(here());
    }

    /** The path itself when it is one of this application's, else the way home: {@code //host} leads elsewhere. */
    static String ours(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") ? path : "/";
    }

    /** The path that failed, on a page of an error: without its query, which may hold what somebody typed. */
    public String failed() {
        HttpServletRequest request = request();
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return original == null ? request.getRequestURI() : original.toString();
    }

    private static UriComponentsBuilder current() {
        HttpServletRequest request = request();
        return UriComponentsBuilder.fromPath(request.getRequestURI()
                        .substring(request.getContextPath().length()))
                .query(request.getQueryString());
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
