package org.sifang.worklist.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Chinese or English. A page speaks Chinese until its reader chooses: the browsers of offices are set to anything. The API
 * speaks what its caller asks for, else Chinese; every kind of Chinese a caller may name is the one there is.
 */
@Component("localeResolver")
class Language implements LocaleResolver {

    private static final String COOKIE = "sifang-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        boolean api = request.getRequestURI().startsWith(request.getContextPath() + "/api/");
        if (chosen != null && !api) {
            return known(Locale.forLanguageTag(chosen.getValue()));
        }
        if (!api || request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(language -> language.equals("zh") || language.equals("en"))
                .findFirst()
                .map(language -> known(Locale.forLanguageTag(language)))
                .orElse(Locale.SIMPLIFIED_CHINESE);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(COOKIE, known(locale).getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .build()
                            .toString());
        }
    }

    private static Locale known(Locale asked) {
        return asked.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }
}
