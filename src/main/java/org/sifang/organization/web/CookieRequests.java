package org.sifang.organization.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/**
 * Remembers, in the browser, the page somebody wanted before he was sent to the login: only pages that a browser opened
 * by itself, so that nobody lands on a fragment; and without a session, so that strangers fill no table.
 */
final class CookieRequests {

    private CookieRequests() {}

    static CookieRequestCache cache() {
        CookieRequestCache cache = new CookieRequestCache();
        cache.setRequestMatcher(CookieRequests::isPage);
        return cache;
    }

    private static boolean isPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return HttpMethod.GET.matches(request.getMethod())
                && request.getHeader("HX-Request") == null
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
