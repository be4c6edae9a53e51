package org.sifang.isolation.web;

import java.util.Optional;
import java.util.UUID;
import org.sifang.isolation.CaseOpenings;
import org.sifang.screening.OpeningProgress;
import org.springframework.stereotype.Component;

/** Tells the page of an import how far its people have been taken up. */
@Component
class ImportOpening implements OpeningProgress {

    private final CaseOpenings openings;

    ImportOpening(CaseOpenings openings) {
        this.openings = openings;
    }

    @Override
    public Optional<Opening> of(UUID importId) {
        return openings.progress(importId).map(progress -> new Opening(progress.found(), progress.opened()));
    }
}
