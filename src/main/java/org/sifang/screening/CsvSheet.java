package org.sifang.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a text file with separators; a record of several lines counts as one row, as it does in Excel. */
final class CsvSheet implements RowSource {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final ObjectReader READER =
            new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);

    /** Longer ones come of a quotation mark that nobody closed. */
    private static final int LONGEST_CELL = 4_000;

    private final MappingIterator<String[]> records;
    private int number;

    private CsvSheet(byte[] content, TextEncoding encoding, char separator) throws IOException {
        ByteArrayInputStream bytes =
                new ByteArrayInputStream(content, encoding.mark(), content.length - encoding.mark());
        this.records = READER.with(CsvSchema.emptySchema().withColumnSeparator(separator))
                .readValues(new InputStreamReader(bytes, encoding.charset()));
    }

    /** @throws UnreadableSheet when it is no text of a known encoding, or has not the headings */
    static OpenSheet open(byte[] content) throws IOException {
        TextEncoding encoding = TextEncoding.of(content);
        HeaderSearch best = new HeaderSearch();
        char chosen = SEPARATORS[0];
        for (char separator : SEPARATORS) {
            HeaderSearch search = new HeaderSearch();
            try (CsvSheet look = new CsvSheet(content, encoding, separator)) {
                search.lookInto(look);
            } catch (UnreadableSheet notThisSeparator) {
                continue;
            }
            if (separator == SEPARATORS[0] || search.known() > best.known()) {
                best = search;
                chosen = separator;
            }
        }
        if (best.known() == 0 || !best.found().isComplete()) {
            throw best.failure();
        }
        return below(best.found(), content, encoding, chosen);
    }

    /** All rows, by the separator that cuts the first row into most cells. */
    static RowSource rows(byte[] content) throws IOException {
        TextEncoding encoding = TextEncoding.of(content);
        char chosen = SEPARATORS[0];
        int most = 0;
        for (char separator : SEPARATORS) {
            try (CsvSheet look = new CsvSheet(content, encoding, separator)) {
                SheetRow first = look.next();
                if (first != null && first.cells().size() > most) {
                    most = first.cells().size();
                    chosen = separator;
                }
            } catch (UnreadableSheet notThisSeparator) {
                continue;
            }
        }
        return new CsvSheet(content, encoding, chosen);
    }

    private static OpenSheet below(Header header, byte[] content, TextEncoding encoding, char separator)
            throws IOException {
        CsvSheet rows = new CsvSheet(content, encoding, separator);
        SheetRow row = rows.next();
        while (row != null && row.number() < header.row()) {
            row = rows.next();
        }
        int lines = 0;
        for (byte b : content) {
            if (b == '\n') {
                lines++;
            }
        }
        return new OpenSheet(OpenSheet.Format.CSV, header, Math.max(0, lines + 1 - header.row()), 0, rows, () -> {});
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            while (records.hasNextValue()) {
                SheetRow row = read(records.nextValue());
                if (!row.isBlank()) {
                    return row;
                }
            }
            return null;
        } catch (JsonProcessingException | RuntimeJsonMappingException broken) {
            throw new UnreadableSheet("fault.screening.csv.quotes", number + 1);
        }
    }

    private SheetRow read(String[] values) throws UnreadableSheet {
        number++;
        List<SheetCell> cells = new ArrayList<>(values.length);
        for (String value : values) {
            if (value.length() > LONGEST_CELL) {
                throw new UnreadableSheet("fault.screening.csv.quotes", number);
            }
            cells.add(SheetCell.text(value));
        }
        return new SheetRow(number, cells, false);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
