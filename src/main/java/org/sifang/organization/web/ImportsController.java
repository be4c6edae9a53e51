package org.sifang.organization.web;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Actor;
import org.sifang.organization.OfficerImport;
import org.sifang.organization.OrganizationImport;
import org.sifang.organization.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Organisations and officers from files. */
@Controller
class ImportsController {

    private static final String PAGE = "organization/import";

    private final OrganizationImport organisations;
    private final OfficerImport officers;
    private final Clock clock;

    ImportsController(OrganizationImport organisations, OfficerImport officers, Clock clock) {
        this.organisations = organisations;
        this.officers = officers;
        this.clock = clock;
    }

    @ModelAttribute
    void administratorsOnly(Actor actor) {
        actor.require(Role.ADMIN);
    }

    @GetMapping("/admin/organisations/import")
    String organisations(Model model) {
        model.addAttribute("what", "organisations");
        return PAGE;
    }

    @GetMapping("/admin/officers/import")
    String officers(Model model) {
        model.addAttribute("what", "officers");
        return PAGE;
    }

    @PostMapping("/admin/organisations/import")
    ModelAndView importOrganisations(@RequestParam MultipartFile file, Actor actor, Model model) throws IOException {
        model.addAttribute("what", "organisations");
        try {
            model.addAttribute("counts", organisations.take(file.getBytes(), name(file), actor, clock.instant()));
            return new ModelAndView(PAGE, model.asMap());
        } catch (FaultsException refused) {
            return refused(refused.faults(), model);
        }
    }

    @PostMapping("/admin/officers/import")
    ModelAndView importOfficers(@RequestParam MultipartFile file, Actor actor, Model model) throws IOException {
        model.addAttribute("what", "officers");
        try {
            OfficerImport.Result result = officers.take(file.getBytes(), name(file), actor, clock.instant());
            model.addAttribute("counts", result.counts());
            model.addAttribute("passwords", result.passwords());
            return new ModelAndView(PAGE, model.asMap());
        } catch (FaultsException refused) {
            return refused(refused.faults(), model);
        }
    }

    private static ModelAndView refused(List<Fault> faults, Model model) {
        model.addAttribute("faults", faults);
        return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
