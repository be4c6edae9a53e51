package org.sifang.accountability;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.document.OfficialPaper;
import org.sifang.document.PdfRenderer;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The official documents of cases: each kind issued once, numbered per year and issuer, kept as it left the house. */
@Service
public class Papers {

    private final PaperRows rows;
    private final AccountabilityRows caseRows;
    private final AccountabilityCases cases;
    private final FactFileRows files;
    private final Notices notices;
    private final PdfRenderer renderer;
    private final Wording wording;
    private final MessageSource messages;
    private final Journal journal;
    private final ZoneId zone;

    Papers(
            PaperRows rows,
            AccountabilityRows caseRows,
            AccountabilityCases cases,
            FactFileRows files,
            Notices notices,
            PdfRenderer renderer,
            Wording wording,
            MessageSource messages,
            Journal journal,
            Clock clock) {
        this.rows = rows;
        this.caseRows = caseRows;
        this.cases = cases;
        this.files = files;
        this.notices = notices;
        this.renderer = renderer;
        this.wording = wording;
        this.messages = messages;
        this.journal = journal;
        this.zone = clock.getZone();
    }

    /**
     * Issues the document in the caller's transaction, from the case as it stands. One that is issued already is
     * answered as it is, so that a job may run twice.
     *
     * @param by user name, or {@link Actor#SYSTEM}
     * @throws NotFoundException when there is no such case
     */
    @Transactional
    public IssuedPaper issue(UUID caseId, PaperKind kind, String by, Instant now) {
        AccountabilityCase one = caseRows.lock(caseId);
        Optional<IssuedPaper> issued = rows.find(caseId, kind);
        return issued.orElseGet(() -> issue(one, kind, by, now));
    }

    private IssuedPaper issue(AccountabilityCase one, PaperKind kind, String by, Instant now) {
        FactFile file = files.latest(one.id()).orElse(null);
        PaperText text =
                new PaperText(one, kind, file == null ? null : file.content(), ownNotice(one), wording, messages, zone);
        LocalDate day = now.atZone(zone).toLocalDate();
        int serial = rows.next(one.authority(), day.getYear());
        String number = text.say("number", text.mark(), String.valueOf(day.getYear()), String.valueOf(serial));
        byte[] content = render(text, number, day, kind.withFacts() ? file : null);
        IssuedPaper paper = new IssuedPaper(
                Ids.next(),
                one.id(),
                kind,
                one.authority(),
                number,
                text.title(),
                text.addressee(),
                now,
                by,
                FactFile.sha256(content));
        rows.insert(paper, day.getYear(), serial, file == null ? null : file.id(), content);
        record(one, "accountability.paperIssued", paper, by, now);
        return paper;
    }

    private @Nullable String ownNotice(AccountabilityCase one) {
        UUID notice = one.notice();
        return notice == null
                ? null
                : notices.find(notice)
                        .filter(known -> known.issuer().equals(one.authority()))
                        .map(NoticeView::number)
                        .orElse(null);
    }

    private byte[] render(PaperText text, String number, LocalDate day, @Nullable FactFile enclosed) {
        String authority = text.authorityName();
        OfficialPaper paper = new OfficialPaper(
                text.say("mark", authority),
                number,
                text.title(),
                text.addressee(),
                text.body(),
                enclosed == null ? List.of() : List.of(text.say("enclosed", enclosed.number(), enclosed.hash())),
                authority,
                day,
                text.copies(),
                text.say("printer", authority));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            renderer.render(paper, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    public Optional<IssuedPaper> find(UUID caseId, PaperKind kind) {
        return rows.find(caseId, kind);
    }

    /** Those of a case, in the order in which they were issued. */
    public List<IssuedPaper> of(UUID caseId) {
        return rows.of(caseId);
    }

    /** @throws NotFoundException when there is no such case, or none he may see */
    public List<IssuedPaper> of(UUID caseId, Actor reader) {
        return rows.of(cases.require(caseId, reader).id());
    }

    /** @throws NotFoundException when there is no such case, or none he may see, or no such document */
    public IssuedPaper require(UUID caseId, PaperKind kind, Actor reader) {
        cases.require(caseId, reader);
        return rows.find(caseId, kind).orElseThrow(() -> new NotFoundException("accountability.paper"));
    }

    /**
     * The PDF as it was issued; that it was taken stands in the journal.
     *
     * @throws NotFoundException as {@link #require}
     */
    @Transactional
    public byte[] take(UUID caseId, PaperKind kind, Actor reader, Instant now) {
        IssuedPaper paper = require(caseId, kind, reader);
        record(cases.require(caseId), "accountability.paperTaken", paper, reader.username(), now);
        return rows.content(paper.id());
    }

    /** Whether the stored document still is the one that was issued: its bytes give its hash, and the journal's. */
    public boolean intact(IssuedPaper paper) {
        String now = FactFile.sha256(rows.content(paper.id()));
        return now.equals(paper.hash())
                && journal.allAbout(paper.caseId().toString()).stream()
                        .anyMatch(entry -> entry.action().equals("accountability.paperIssued")
                                && now.equals(entry.facts().get("hash")));
    }

    private void record(AccountabilityCase one, String action, IssuedPaper paper, String by, Instant now) {
        journal.record(new Entry(
                now,
                by,
                action,
                "accountability",
                one.id().toString(),
                one.notice(),
                one.organization(),
                Map.of(
                        "kind",
                        Wording.message("accountability.paper." + paper.kind()),
                        "number",
                        paper.number(),
                        "hash",
                        paper.hash())));
    }
}
