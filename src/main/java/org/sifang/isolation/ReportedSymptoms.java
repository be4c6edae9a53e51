package org.sifang.isolation;

import java.time.Instant;
import java.util.List;
import org.sifang.isolation.CheckMessages.Word;
import org.sifang.notice.Notices;
import org.sifang.organization.Wording;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** Somebody shows symptoms: her measure is decided anew, and the county hears of it at once. */
@Component
class ReportedSymptoms {

    private final CaseDesk desk;
    private final CheckMessages messages;
    private final Notices notices;

    ReportedSymptoms(CaseDesk desk, CheckMessages messages, Notices notices) {
        this.desk = desk;
        this.messages = messages;
        this.notices = notices;
    }

    void inIsolation(PersonCase found, String by, Instant now) {
        desk.symptomsReported(found.id(), by, now);
        tell(found, "symptoms");
    }

    /** After release no measure stands that could be decided anew; the county decides what is to be done. */
    void inFollowUp(PersonCase found) {
        tell(found, "visit.symptoms");
    }

    private void tell(PersonCase found, String key) {
        messages.tellCommand(List.of(new Word(
                CheckMarks.county(found),
                key,
                List.of(notices.require(found.notice()).caption(), Wording.organization(DailyCheckRows.carer(found))),
                "/cases/" + found.id(),
                found.id())));
    }
}
