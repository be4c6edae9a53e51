package org.sifang.screening;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.person.Document;

/**
 * Reads a sheet in chunks of judged rows. What can be decided without the database is decided here, the second row of the
 * same person among it; a reading that begins behind a position knows the rows before it, too.
 */
final class SheetReading implements Closeable {

    private final OpenSheet sheet;
    private final RowCheck check;
    private final Map<Document, First> seen = new HashMap<>();
    private int rows;

    private record First(int row, long fingerprint) {}

    /**
     * @param position rows up to this number are in already
     */
    SheetReading(OpenSheet sheet, RowCheck check, int position) throws IOException {
        this.sheet = sheet;
        this.check = check;
        skipTo(position);
    }

    /**
     * Some rows in their order.
     *
     * @param candidates to be registered, each person once in the whole sheet
     * @param decided results of the other rows
     * @param last number of the last row
     */
    record Chunk(List<Numbered> candidates, List<RowResult> decided, int last) {}

    record Numbered(int row, Candidate candidate) {}

    private @Nullable SheetRow waiting;

    private void skipTo(int position) throws IOException {
        SheetRow row = sheet.next();
        while (row != null && row.number() <= position) {
            rows++;
            CheckedRow checked = check.check(row);
            if (checked.candidate() != null) {
                repeated(checked.number(), checked.candidate());
            }
            row = sheet.next();
        }
        waiting = row;
    }

    /**
     * The next rows; empty at the end.
     *
     * @throws UnreadableSheet when the file breaks off, or has more rows than {@code most}
     */
    Optional<Chunk> next(int size, int most) throws IOException {
        List<Numbered> candidates = new ArrayList<>();
        List<RowResult> decided = new ArrayList<>();
        int last = 0;
        for (SheetRow row = waiting; row != null; row = sheet.next()) {
            if (candidates.size() + decided.size() == size) {
                waiting = row;
                return Optional.of(new Chunk(candidates, decided, last));
            }
            if (++rows > most) {
                throw new UnreadableSheet("fault.screening.file.rows", most);
            }
            last = row.number();
            decide(check.check(row), candidates, decided);
        }
        waiting = null;
        return last == 0 ? Optional.empty() : Optional.of(new Chunk(candidates, decided, last));
    }

    private void decide(CheckedRow checked, List<Numbered> candidates, List<RowResult> decided) {
        Candidate candidate = checked.candidate();
        if (candidate == null) {
            decided.add(RowResult.rejected(checked.number(), checked.faults()));
            return;
        }
        RowResult repeated = repeated(checked.number(), candidate);
        if (repeated == null) {
            candidates.add(new Numbered(checked.number(), candidate));
        } else {
            decided.add(repeated);
        }
    }

    private @Nullable RowResult repeated(int row, Candidate candidate) {
        First first = seen.putIfAbsent(candidate.person().document(), new First(row, candidate.fingerprint()));
        if (first == null) {
            return null;
        }
        if (first.fingerprint() == candidate.fingerprint()) {
            return new RowResult(row, Outcome.UNCHANGED, false, List.of());
        }
        Fault reason = Fault.at(Column.DOCUMENT.path(), "fault.screening.conflict.row", first.row());
        return new RowResult(row, Outcome.CONFLICTING, false, List.of(reason));
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
