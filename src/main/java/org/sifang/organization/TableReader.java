package org.sifang.organization;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.organization.Table.Line;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * Reads CSV (comma, semicolon or tab) and YAML or JSON, in UTF-8 with or without a byte order mark or in GB 18030, which
 * is what Excel writes on a Chinese desktop.
 */
final class TableReader {

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int MOST_LINES = 50_000;
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final CsvMapper CSV = new CsvMapper();
    private static final ObjectMapper YAML = yaml();

    private final Columns columns;
    private final String listName;
    private final List<Fault> faults = new ArrayList<>();

    private TableReader(Columns columns, String listName) {
        this.columns = columns;
        this.listName = listName;
    }

    /**
     * @param filename decides by its ending: {@code .yaml}, {@code .yml} and {@code .json} are YAML, all else is CSV
     * @param listName key of the list when the YAML is an object, such as {@code organisations}
     * @throws FaultsException when it cannot be read at all
     */
    static Table read(byte[] content, String filename, Columns columns, String listName) {
        if (content.length == 0) {
            throw new FaultsException(Fault.at("", "fault.import.empty"));
        }
        if (content.length > MOST_BYTES) {
            throw new FaultsException(Fault.at("", "fault.import.too-large", MOST_BYTES / 1024 / 1024));
        }
        String text = decode(content);
        TableReader reader = new TableReader(columns, listName);
        String name = filename.toLowerCase(Locale.ROOT);
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
        List<Line> lines = yaml ? reader.yaml(text) : reader.csv(text);
        if (lines.isEmpty() && reader.faults.isEmpty()) {
            throw new FaultsException(Fault.at("", "fault.import.empty"));
        }
        if (lines.size() > MOST_LINES) {
            throw new FaultsException(Fault.at("", "fault.import.too-many", MOST_LINES));
        }
        return new Table(lines, reader.faults);
    }

    private static String decode(byte[] content) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                String text =
                        charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
                if (text.indexOf('\0') < 0) {
                    return text.startsWith("\uFEFF") ? text.substring(1) : text;
                }
            } catch (CharacterCodingException otherCharset) {
                // The next one is tried; when none fits, the fault below says so.
            }
        }
        throw new FaultsException(Fault.at("", "fault.import.encoding"));
    }

    private List<Line> csv(String text) {
        List<Line> lines = new ArrayList<>();
        String head = text.lines().findFirst().orElse("");
        char separator = head.contains("\t") ? '\t' : head.contains(";") && !head.contains(",") ? ';' : ',';
        try (MappingIterator<String[]> rows = CSV.readerFor(String[].class)
                .with(CsvParser.Feature.WRAP_AS_ARRAY)
                .with(CsvParser.Feature.TRIM_SPACES)
                .with(CSV.typedSchemaFor(String[].class).withColumnSeparator(separator))
                .readValues(text)) {
            if (!rows.hasNextValue()) {
                return lines;
            }
            List<@Nullable String> headings = headings(rows.nextValue());
            for (int number = 2; rows.hasNextValue(); number++) {
                Map<String, String> cells = cells(headings, rows.nextValue());
                if (!cells.isEmpty()) {
                    lines.add(new Line("row[" + number + "]", cells));
                }
            }
        } catch (JsonProcessingException unreadable) {
            throw unreadable(unreadable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines;
    }

    private List<@Nullable String> headings(String[] row) {
        List<@Nullable String> headings = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String heading : row) {
            String column = columns.named(heading);
            if (column == null && !heading.isBlank() && !columns.mayBeIgnored(heading)) {
                faults.add(Fault.at("row[1]", "fault.import.unknown-column", heading.strip(), columns.all()));
            } else if (column != null && !seen.add(column)) {
                faults.add(Fault.at("row[1]", "fault.import.double-column", heading.strip()));
            }
            headings.add(column);
        }
        return headings;
    }

    private static Map<String, String> cells(List<@Nullable String> headings, String[] row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < Math.min(row.length, headings.size()); i++) {
            String column = headings.get(i);
            if (column != null && !row[i].isBlank()) {
                cells.put(column, row[i].strip());
            }
        }
        return cells;
    }

    private List<Line> yaml(String text) {
        List<Line> lines = new ArrayList<>();
        JsonNode root;
        try {
            root = YAML.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw unreadable(unreadable);
        }
        boolean named = root.isObject();
        JsonNode list = named ? root.path(listName) : root;
        if (!list.isArray()) {
            throw new FaultsException(Fault.at("", "fault.import.no-list", listName));
        }
        for (int i = 0; i < list.size(); i++) {
            String path = (named ? listName : "") + "[" + i + "]";
            if (list.get(i).isObject()) {
                lines.add(new Line(path, fields(path, list.get(i))));
            } else {
                faults.add(Fault.at(path, "fault.import.no-object"));
            }
        }
        return lines;
    }

    private Map<String, String> fields(String path, JsonNode node) {
        Map<String, String> cells = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            String column = columns.named(field.getKey());
            String text = text(field.getValue());
            if (column == null) {
                faults.add(Fault.at(
                        path + "." + field.getKey(), "fault.import.unknown-column", field.getKey(), columns.all()));
            } else if (!text.isBlank()) {
                cells.put(column, text.strip());
            }
        });
        return cells;
    }

    /** A list of words (roles) becomes one text, as it would stand in a cell. */
    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> words = new ArrayList<>();
            value.forEach(word -> words.add(word.asText()));
            return String.join(" ", words);
        }
        return value.isNull() ? "" : value.asText();
    }

    private static FaultsException unreadable(JsonProcessingException problem) {
        var place = problem.getLocation();
        return new FaultsException(
                place == null
                        ? Fault.at("", "fault.import.unreadable", 1, 1)
                        : Fault.at("", "fault.import.unreadable", place.getLineNr(), place.getColumnNr()));
    }

    private static ObjectMapper yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setAllowDuplicateKeys(false);
        return new ObjectMapper(YAMLFactory.builder().loaderOptions(options).build());
    }
}
