package org.sifang.reporting;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.ObligationKind;
import org.sifang.organization.Actor;
import org.sifang.person.PersonMasked;
import org.sifang.person.SealBrokenException;
import org.sifang.reporting.Unreported.Disclosed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The reports as their readers may see them. */
@Service
public class Reports {

    private static final Set<ObligationKind> KINDS =
            EnumSet.of(ObligationKind.STOCK_REPORT, ObligationKind.DAILY_REPORT);

    private final ReportStore store;
    private final ReportAccess access;
    private final TableVault vault;
    private final Unreported unreported;
    private final Comparisons comparisons;
    private final Duties duties;
    private final Journal journal;

    Reports(
            ReportStore store,
            ReportAccess access,
            TableVault vault,
            Unreported unreported,
            Comparisons comparisons,
            Duties duties,
            Journal journal) {
        this.store = store;
        this.access = access;
        this.vault = vault;
        this.unreported = unreported;
        this.comparisons = comparisons;
        this.duties = duties;
        this.journal = journal;
    }

    /** A duty and what was handed in for it, which may be nothing yet. */
    public record Line(Duty duty, Report report) {}

    /** Whether a table still is what was handed in. */
    public record Verified(FrozenTable table, Verdict verdict) {}

    /** Outcome of a verification. */
    public enum Verdict {
        INTACT,
        CHANGED,
        /** The retention period is over; the people are gone, nothing is left to hold against the hash. */
        DELETED
    }

    /** A person of a table with masks. */
    public record MaskedRow(PersonMasked person, String category) {}

    /** @throws NotFoundException when there is none he may see */
    public Report require(UUID id, Actor reader) {
        return access.require(id, reader);
    }

    /** @throws NotFoundException when there is none he may see */
    public Line line(UUID id, Actor reader) {
        Report report = access.require(id, reader);
        return new Line(duties.require(id), report);
    }

    private Line line(Duty duty, Map<UUID, Report> reports) {
        Report report = reports.get(duty.id());
        return new Line(duty, report == null ? access.draft(duty) : report);
    }

    /** Reports handed in that he may see, the latest first. */
    public ItemPage<Line> submitted(Actor reader, ReportFilter filter, int page, int size) {
        ItemPage<UUID> ids = store.submitted(reader, filter, page, size);
        Map<UUID, Report> reports = store.find(ids.items());
        Map<UUID, Duty> answered = duties.find(ids.items());
        return new ItemPage<>(
                ids.items().stream()
                        .map(answered::get)
                        .filter(Objects::nonNull)
                        .map(duty -> line(duty, reports))
                        .toList(),
                ids.total(),
                page,
                size);
    }

    /** Report duties he may see, answered or not. */
    public ItemPage<Line> owed(Actor reader, DutyFilter filter, int page, int size) {
        ItemPage<Duty> found = duties.list(reader, filter.ofKinds(KINDS), page, size);
        Map<UUID, Report> reports =
                store.find(found.items().stream().map(Duty::id).toList());
        return new ItemPage<>(
                found.items().stream().map(duty -> line(duty, reports)).toList(), found.total(), page, size);
    }

    /** How many of these stand where. */
    public Map<DutyFilter.Tally, Long> tallies(Actor reader, DutyFilter filter) {
        return duties.tallies(reader, filter.ofKinds(KINDS));
    }

    public Comparison comparison(Report report) {
        return comparisons.of(report);
    }

    /** What the report would say if it were handed in now. */
    public List<CategoryCount> pending(Report report) {
        return unreported.counts(report);
    }

    public boolean mayReveal(Report report, Actor reader) {
        return access.reveals(report, reader);
    }

    public boolean mayWork(Report report, Actor reader) {
        return access.works(report, reader);
    }

    /** The first people of a table, masked; empty once they are deleted. */
    public List<MaskedRow> masked(FrozenTable table, int most) {
        return store.content(table.id()).map(content -> vault.open(table.id(), content)).stream()
                .flatMap(TableContent::rows)
                .limit(most)
                .map(row -> new MaskedRow(row.masked(), row.category()))
                .toList();
    }

    /** Computes the hash of every table that counts anew. */
    public List<Verified> verify(Report report) {
        return report.counting().stream().map(this::verify).toList();
    }

    private Verified verify(FrozenTable table) {
        return new Verified(
                table,
                store.content(table.id())
                        .map(content -> matches(table, content) ? Verdict.INTACT : Verdict.CHANGED)
                        .orElse(Verdict.DELETED));
    }

    private boolean matches(FrozenTable table, byte[] content) {
        try {
            return vault.open(table.id(), content).hash().equals(table.hash());
        } catch (SealBrokenException changed) {
            return false;
        }
    }

    /**
     * The people of a table in clear, for a download; written to the journal.
     *
     * @param form of the download, as the journal names it: {@code PDF}, {@code XLSX}
     * @throws org.springframework.security.access.AccessDeniedException when he may not see them
     */
    @Transactional
    Stream<ReportRow> reveal(Report report, FrozenTable table, String form, Actor reader, Instant now) {
        access.requireReveal(report, reader);
        byte[] content = store.content(table.id()).orElseThrow(() -> new NotFoundException("report.table"));
        revealed(report, table.number(), table.people(), form, reader, now);
        return vault.open(table.id(), content).rows();
    }

    /** The people the report would name now, in clear, for a preview; written to the journal. */
    @Transactional
    Disclosed revealDraft(Report report, Actor reader, Instant now) {
        access.requireReveal(report, reader);
        Disclosed found = unreported.disclose(report, reader.username(), "reporting.purpose.preview", now);
        revealed(report, "", found.rows().size(), "PDF", reader, now);
        return found;
    }

    private void revealed(Report report, String number, int people, String form, Actor reader, Instant now) {
        journal.record(new Entry(
                now,
                reader.username(),
                number.isEmpty() ? "report.previewed" : "report.downloaded",
                "report",
                report.id().toString(),
                report.notice(),
                report.organization(),
                Map.of("number", number, "people", String.valueOf(people), "form", form)));
    }

    /** Deletes the people of all reports of a notice, whose retention period is over; numbers and hashes stay. */
    @Transactional
    public int forget(UUID notice) {
        return store.forget(notice);
    }
}
