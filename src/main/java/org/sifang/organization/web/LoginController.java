package org.sifang.organization.web;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page where people sign in; a demonstration tells its accounts there. */
@Controller
class LoginController {

    private final boolean demo;

    LoginController(@Value("${sifang.demo:false}") boolean demo) {
        this.demo = demo;
    }

    @GetMapping("/login")
    String login(@Nullable Principal signedIn, Model model) {
        model.addAttribute("demo", demo);
        return signedIn == null ? "login" : "redirect:/";
    }
}
