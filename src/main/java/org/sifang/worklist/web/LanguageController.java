package org.sifang.worklist.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the choice of language and leads back to the page it was made on. */
@Controller
class LanguageController {

    private final Language language;

    LanguageController(Language language) {
        this.language = language;
    }

    @PostMapping("/language")
    String choose(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.language.setLocale(request, response, Locale.forLanguageTag(language));
        return "redirect:" + Address.ours(back);
    }
}
