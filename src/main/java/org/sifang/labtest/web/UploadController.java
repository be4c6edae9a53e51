package org.sifang.labtest.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.labtest.Laboratories;
import org.sifang.labtest.ResultSheets;
import org.sifang.organization.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Sheets of results: uploaded, taken row by row, with the rows that could not be taken. */
@Controller
class UploadController {

    private final Bench bench;
    private final Laboratories laboratories;
    private final ResultSheets sheets;

    UploadController(Bench bench, Laboratories laboratories, ResultSheets sheets) {
        this.bench = bench;
        this.laboratories = laboratories;
        this.sheets = sheets;
    }

    @GetMapping("/lab/upload")
    String show(Actor actor, Model model) {
        if (laboratories.of(actor).isEmpty()) {
            throw new AccessDeniedException("Speaks for no laboratory");
        }
        bench.fill(null, actor, model);
        model.addAttribute("laboratories", laboratories.of(actor));
        return "labtest/upload";
    }

    /** Answers with what became of the rows: the sheet itself is not kept. */
    @PostMapping("/lab/upload")
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String laboratory,
            Actor actor,
            Model model) {
        String page = show(actor, model);
        try {
            if (file == null || file.isEmpty()) {
                throw new FaultsException(Fault.at("file", "fault.screening.file.missing"));
            }
            model.addAttribute("sheet", sheets.take(content(file), blank(laboratory), actor, bench.now()));
            return new ModelAndView(page, model.asMap());
        } catch (FaultsException refused) {
            model.addAttribute("faults", refused.faults());
            return new ModelAndView(page, model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException cutOff) {
            throw new FaultsException(List.of(Fault.at("file", "fault.screening.file.broken")));
        }
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
