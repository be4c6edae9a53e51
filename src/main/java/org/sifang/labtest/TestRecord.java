package org.sifang.labtest;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.stereotype.Component;

/** Writes what happens to tests into the record of their cases. */
@Component
class TestRecord {

    private final Journal journal;
    private final FoundCases cases;

    TestRecord(Journal journal, FoundCases cases) {
        this.journal = journal;
        this.cases = cases;
    }

    /** What happened to one test, with what is to be known beside its number. */
    record Happened(LabTest test, String action, Map<String, String> facts) {}

    /** One entry for each, in the caller's transaction. */
    void write(List<Happened> happened, String actor, Instant now) {
        write(happened, cases(happened.stream().map(one -> one.test().caseId()).toList()), actor, now);
    }

    void write(List<Happened> happened, Map<UUID, PersonCase> cases, String actor, Instant now) {
        journal.recordAll(
                happened.stream().map(one -> entry(one, cases, actor, now)).toList());
    }

    Map<UUID, PersonCase> cases(Collection<UUID> ids) {
        return cases.find(ids).stream().collect(Collectors.toMap(PersonCase::id, found -> found));
    }

    private static Entry entry(Happened one, Map<UUID, PersonCase> cases, String actor, Instant now) {
        LabTest test = one.test();
        Map<String, String> facts = new LinkedHashMap<>(new HashMap<>(one.facts()));
        facts.put("test", Integer.toString(test.number()));
        PersonCase found = cases.get(test.caseId());
        return new Entry(
                now,
                actor,
                "labtest." + one.action(),
                "case",
                test.caseId().toString(),
                test.notice(),
                found == null ? null : found.organization(),
                facts);
    }
}
