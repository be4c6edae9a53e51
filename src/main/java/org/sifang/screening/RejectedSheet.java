package org.sifang.screening;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sifang.document.SheetColumn;
import org.sifang.document.SheetWriter;
import org.sifang.journal.Entry;
import org.sifang.journal.Journal;
import org.sifang.organization.Actor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The rows that were not taken, in the columns in which they came, with their number in the sheet and all reasons; made to
 * be corrected and uploaded again. Every cell is a text, also one that begins like a formula.
 */
@Component
class RejectedSheet {

    private static final int CHUNK = 500;
    private static final int WIDEST = 40;

    private final ImportRows imports;
    private final SheetStore store;
    private final Journal journal;
    private final MessageSource messages;
    private final ZoneId zone;

    RejectedSheet(ImportRows imports, SheetStore store, Journal journal, MessageSource messages, Clock clock) {
        this.imports = imports;
        this.store = store;
        this.journal = journal;
        this.messages = messages;
        this.zone = clock.getZone();
    }

    /** Whether there is anything to be taken: rejected rows, of a sheet that is still kept. */
    boolean isThere(SheetImport sheet) {
        return sheet.state() != ImportState.RUNNING && sheet.tally().rejected() > 0 && store.keeps(sheet.id());
    }

    byte[] take(SheetImport sheet, Actor actor, Locale locale, Instant now) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(sheet, out, locale);
        } catch (IOException unreadable) {
            throw new IllegalStateException("A sheet that was read before cannot be read: " + sheet.id());
        }
        journal.record(new Entry(
                now,
                actor.username(),
                "import.rejected-taken",
                "import",
                sheet.id().toString(),
                sheet.notice(),
                sheet.organization(),
                Map.of("rejected", Integer.toString(sheet.tally().rejected()))));
        return out.toByteArray();
    }

    private void write(SheetImport sheet, OutputStream out, Locale locale) throws IOException {
        try (OpenSheet original = SheetFile.open(store.read(sheet.id()));
                SheetWriter writer = new SheetWriter(out, zone)) {
            Header header = original.header();
            List<Integer> kept = kept(header);
            writer.sheet(say("screening.rejected.title", locale), columns(header, kept, locale));
            Remarks remarks = new Remarks(sheet.id());
            RowResult remark = remarks.next();
            for (SheetRow row = original.next(); row != null && remark != null; row = original.next()) {
                if (row.number() == remark.number()) {
                    writer.row(values(kept, row, remark, locale));
                    remark = remarks.next();
                }
            }
        }
    }

    /** All columns of the sheet but the two that an earlier return of it has added. */
    private List<Integer> kept(Header header) {
        Set<String> added = new HashSet<>();
        for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
            added.add(say("screening.rejected.row", locale));
            added.add(say("screening.rejected.reason", locale));
        }
        return IntStream.range(0, header.headings().size())
                .filter(column -> !added.contains(header.headings().get(column)))
                .boxed()
                .toList();
    }

    private List<SheetColumn> columns(Header header, List<Integer> kept, Locale locale) {
        List<SheetColumn> columns = new ArrayList<>();
        for (int column : kept) {
            String heading = header.headings().get(column);
            columns.add(SheetColumn.text(heading, Math.min(WIDEST, Math.max(10, heading.length() * 2 + 6))));
        }
        columns.add(SheetColumn.text(say("screening.rejected.row", locale), 12));
        columns.add(SheetColumn.text(say("screening.rejected.reason", locale), 60));
        return columns;
    }

    private @Nullable Object[] values(List<Integer> kept, SheetRow row, RowResult remark, Locale locale) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int column : kept) {
            SheetCell cell = row.cell(column);
            values.add(cell.isBlank() ? null : cell.text());
        }
        values.add(Integer.toString(row.number()));
        values.add(remark.reasons().stream()
                .map(fault -> messages.getMessage(fault.code(), fault.args().toArray(), fault.code(), locale))
                .collect(Collectors.joining(say("screening.rejected.and", locale))));
        return values.toArray();
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** Rejected rows in their order, read some hundred at a time. */
    private final class Remarks {

        private final UUID sheet;
        private List<RowResult> chunk = List.of();
        private int at;
        private int last;

        Remarks(UUID sheet) {
            this.sheet = sheet;
        }

        @Nullable
        RowResult next() {
            if (at == chunk.size()) {
                chunk = imports.remarks(sheet, Outcome.REJECTED, last, CHUNK);
                at = 0;
                if (chunk.isEmpty()) {
                    return null;
                }
                last = chunk.get(chunk.size() - 1).number();
            }
            return chunk.get(at++);
        }
    }
}
