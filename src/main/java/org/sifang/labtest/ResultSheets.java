package org.sifang.labtest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.labtest.ResultReading.Typed;
import org.sifang.organization.Actor;
import org.sifang.screening.PlainSheet;
import org.sifang.screening.PlainSheet.Row;
import org.springframework.stereotype.Service;

/** Sheets of results: what is in order is taken, the rest comes back row by row with its reasons. */
@Service
public class ResultSheets {

    private static final int MOST = 20_000;
    private static final int HEADINGS_WITHIN = 10;

    private final Incoming incoming;
    private final Laboratories laboratories;
    private final Clock clock;

    ResultSheets(Incoming incoming, Laboratories laboratories, Clock clock) {
        this.incoming = incoming;
        this.laboratories = laboratories;
        this.clock = clock;
    }

    /** The columns, under the headings that laboratories really use. */
    private enum Column {
        ID_NUMBER("证件号码", "证件号", "身份证号", "身份证号码", "身份证", "公民身份号码", "idnumber", "id"),
        SAMPLE("样本编号", "样本号", "标本编号", "标本号", "采样管编号", "条码", "条码号", "样本条码", "sample", "samplenumber", "barcode"),
        RESULT("检测结果", "结果", "核酸检测结果", "核酸结果", "result"),
        TESTED_AT("检测时间", "检测日期", "报告时间", "报告日期", "出结果时间", "testedat", "testtime"),
        LABORATORY("检测机构", "检测单位", "实验室", "laboratory", "lab");

        private final Set<String> headings;

        Column(String... headings) {
            this.headings = Set.of(headings);
        }
    }

    /**
     * A row that was not taken.
     *
     * @param number as Excel shows it
     */
    public record Rejected(int number, List<Fault> faults) {}

    /** What became of a sheet. */
    public record Sheet(Receipt receipt, List<Rejected> rejected) {}

    /**
     * @param laboratory code of the laboratory for rows that name none; null leaves it to the sheet, or to the only one
     *     he speaks for
     * @throws FaultsException when the file as a whole cannot be read
     * @throws org.sifang.kernel.NotFoundException when he may not see one of the laboratories
     * @throws org.springframework.security.access.AccessDeniedException when he may not speak for one of them
     */
    public Sheet take(byte[] content, @Nullable String laboratory, Actor by, Instant now) {
        List<Row> rows = PlainSheet.read(content, MOST);
        int heading = heading(rows);
        Map<Column, Integer> columns = columns(rows.get(heading));
        String usual = laboratory == null ? ResultLists.usual(laboratories, by) : laboratory;
        ResultReading reading = new ResultReading(laboratories, usual, clock.getZone(), now);
        List<Rejected> rejected = new ArrayList<>();
        for (Row row : rows.subList(heading + 1, rows.size())) {
            int before = reading.faults().size();
            if (!reading.read("", typed(row, columns))) {
                rejected.add(new Rejected(
                        row.number(),
                        List.copyOf(reading.faults()
                                .subList(before, reading.faults().size()))));
            }
        }
        return new Sheet(incoming.take(reading.read(), by, Source.SHEET, now), rejected);
    }

    private static int heading(List<Row> rows) {
        for (int i = 0; i < Math.min(rows.size(), HEADINGS_WITHIN); i++) {
            Map<Column, Integer> columns = columns(rows.get(i));
            if (columns.containsKey(Column.RESULT)
                    && columns.containsKey(Column.TESTED_AT)
                    && (columns.containsKey(Column.ID_NUMBER) || columns.containsKey(Column.SAMPLE))) {
                return i;
            }
        }
        throw new FaultsException(Fault.at("file", "fault.labtest.sheet.header", HEADINGS_WITHIN));
    }

    private static Map<Column, Integer> columns(Row row) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int place = 0; place < row.cells().size(); place++) {
            int here = place;
            under(row.cells().get(place)).ifPresent(column -> columns.putIfAbsent(column, here));
        }
        return columns;
    }

    private static Optional<Column> under(String heading) {
        String plain = PlainSheet.heading(heading);
        for (Column column : Column.values()) {
            if (column.headings.contains(plain)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static Typed typed(Row row, Map<Column, Integer> columns) {
        return new Typed(
                cell(row, columns, Column.ID_NUMBER),
                cell(row, columns, Column.SAMPLE),
                cell(row, columns, Column.RESULT),
                cell(row, columns, Column.TESTED_AT),
                cell(row, columns, Column.LABORATORY));
    }

    private static @Nullable String cell(Row row, Map<Column, Integer> columns, Column column) {
        Integer place = columns.get(column);
        return place == null || place >= row.cells().size() ? null : row.cells().get(place);
    }
}
