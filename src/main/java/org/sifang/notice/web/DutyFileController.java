package org.sifang.notice.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.sifang.kernel.FaultsException;
import org.sifang.notice.DutyFile;
import org.sifang.notice.DutyFiles;
import org.sifang.organization.Actor;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lays files ready for a duty, takes them back, and hands them out; from the page of the duty or of its task. */
@Controller
class DutyFileController {

    private final DutyFiles files;
    private final DutySheets sheets;

    DutyFileController(DutyFiles files, DutySheets sheets) {
        this.files = files;
        this.sheets = sheets;
    }

    @PostMapping("/duties/{id}/files")
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String task,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect)
            throws IOException {
        try {
            DutyFile added = files.add(id, file.getOriginalFilename(), file.getBytes(), actor);
            redirect.addFlashAttribute("flash", "duty.file.added");
            redirect.addFlashAttribute("flashArgs", List.of(added.name()));
        } catch (FaultsException refused) {
            ModelAndView page = new ModelAndView("notice/duty", HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("sheet", sheets.of(id, actor, locale));
            page.addObject("fileFaults", refused.faults());
            return page;
        }
        return new ModelAndView(back(id, task));
    }

    @PostMapping("/duties/{id}/files/{file}/remove")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID file,
            @RequestParam(defaultValue = "") String task,
            Actor actor,
            RedirectAttributes redirect) {
        files.remove(id, file, actor);
        redirect.addFlashAttribute("flash", "duty.file.removed");
        return back(id, task);
    }

    @GetMapping("/duties/{id}/files/{file}")
    ResponseEntity<byte[]> content(@PathVariable UUID id, @PathVariable UUID file, Actor actor) {
        DutyFiles.Content taken = files.take(id, file, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(taken.file().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(taken.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(taken.bytes());
    }

    /** Back to the task it was added on, else to the duty. */
    private static String back(UUID duty, String task) {
        return task.matches("[0-9a-f-]{36}")
                ? "redirect:/tasks/" + task + "#files"
                : "redirect:/duties/" + duty + "#files";
    }
}
