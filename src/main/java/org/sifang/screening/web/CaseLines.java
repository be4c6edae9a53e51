package org.sifang.screening.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Wording;
import org.sifang.person.PersonMasked;
import org.sifang.screening.CaseView;
import org.sifang.screening.NoticeToScreen;
import org.sifang.screening.PersonCase;
import org.sifang.screening.SheetImports;
import org.springframework.stereotype.Component;

/** Cases with the names around them. */
@Component
class CaseLines {

    private final SheetImports imports;
    private final Wording wording;

    CaseLines(SheetImports imports, Wording wording) {
        this.imports = imports;
        this.wording = wording;
    }

    /** @param carer name of the organisation that looks after her; null when none does */
    record Line(
            PersonCase found,
            PersonMasked person,
            String notice,
            String organization,
            @Nullable String carer,
            String category) {}

    List<Line> of(List<CaseView> views) {
        Map<UUID, Optional<NoticeToScreen>> notices = new HashMap<>();
        return views.stream().map(view -> line(view, notices)).toList();
    }

    Line of(CaseView view) {
        return line(view, new HashMap<>());
    }

    private Line line(CaseView view, Map<UUID, Optional<NoticeToScreen>> known) {
        PersonCase found = view.found();
        Optional<NoticeToScreen> notice = known.computeIfAbsent(found.notice(), imports::notice);
        String carer = found.carer();
        return new Line(
                found,
                view.person(),
                notice.map(NoticeToScreen::number).orElse(""),
                wording.organizationName(found.organization()),
                carer == null ? null : wording.organizationName(carer),
                notice.map(one -> one.categoryName(found.category())).orElse(found.category()));
    }
}
