package org.sifang.reporting.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.ItemPage;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.DutyFilter.Tally;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.sifang.reporting.Reports;
import org.sifang.reporting.Reports.Line;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who reported, on time, late, that there was nobody, or not at all. */
@Controller
class ReportsController {

    private static final int SIZE = 50;
    private static final int NOTICES = 100;

    private final Reports reports;
    private final Notices notices;
    private final Wording wording;

    ReportsController(Reports reports, Notices notices, Wording wording) {
        this.reports = reports;
        this.notices = notices;
        this.wording = wording;
    }

    @GetMapping("/reports")
    String list(
            @RequestParam(required = false) @Nullable UUID notice,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable Tally tally,
            @RequestParam(defaultValue = "0") int page,
            Actor actor,
            Locale locale,
            Model model) {
        DutyFilter filter = new DutyFilter(notice, blankToNull(organisation), null, null, null, date, tally, null);
        ItemPage<Line> lines = reports.owed(actor, filter, Math.max(page, 0), SIZE);
        List<NoticeView> known = notices.list(actor, null, null, 0, NOTICES).items().stream()
                .filter(one -> one.issuedAt() != null)
                .toList();
        Map<UUID, String> captions = new LinkedHashMap<>();
        known.forEach(one -> captions.put(one.id(), one.caption()));
        lines.items().stream()
                .map(line -> line.duty().notice())
                .filter(id -> !captions.containsKey(id))
                .distinct()
                .forEach(id -> captions.put(id, notices.require(id).caption()));
        model.addAttribute("lines", lines);
        Map<String, Long> tallies = new LinkedHashMap<>();
        reports.tallies(actor, filter).forEach((name, count) -> tallies.put(name.name(), count));
        model.addAttribute("tallies", tallies);
        model.addAttribute("captions", captions);
        model.addAttribute("notice", notice);
        model.addAttribute("date", date);
        model.addAttribute("tally", tally);
        model.addAttribute("organisation", blankToNull(organisation));
        Map<String, String> filters = new LinkedHashMap<>();
        if (blankToNull(organisation) != null) {
            filters.put("organisation", wording.organizationName(String.valueOf(organisation)));
        }
        model.addAttribute("filters", filters);
        return "reporting/reports";
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
