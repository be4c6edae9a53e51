package org.sifang.screening;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a workbook once into nothing, before the reader does: a packed file can grow a thousandfold. Uses the same zip
 * reader as fastexcel does, so that both see the same entries.
 */
final class ZipScan {

    private static final int MOST_ENTRIES = 2_000;
    private static final long LARGEST = 512L << 20;
    private static final long LARGEST_STRINGS = 128L << 20;
    /** Sheets of people grow 6 to 40 times; DEFLATE cannot do more than 1,032 times. */
    private static final int HIGHEST_RATIO = 150;

    private static final long RATIO_COUNTS_FROM = 16L << 20;
    private static final int LONGEST_RELATIONS = 1 << 20;

    private static final Pattern RELATIONS = Pattern.compile("/?(.*/)?_rels/workbook[^/]*\\.xml\\.rels");
    private static final Pattern RELATION = Pattern.compile("<(?:\\w+:)?Relationship\\s[^>]*>");

    private final Map<String, TagScan> parts = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();
    private long unpacked;

    private ZipScan() {}

    /** @throws UnreadableSheet when it is no workbook, or one that would burst the reader */
    static ZipScan of(byte[] content) throws IOException {
        ZipScan scan = new ZipScan();
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw new UnreadableSheet("fault.screening.file.bomb");
            }
            requireWorkbook(entries);
            for (ZipArchiveEntry entry : entries) {
                scan.unpack(zip, entry, content.length);
            }
        } catch (UnreadableSheet known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableSheet("fault.screening.file.broken");
        }
        scan.requireStrings();
        return scan;
    }

    private static void requireWorkbook(List<ZipArchiveEntry> entries) throws UnreadableSheet {
        List<String> names = entries.stream()
                .map(entry -> entry.getName().toLowerCase(Locale.ROOT))
                .toList();
        if (names.stream().anyMatch(name -> name.endsWith("xl/workbook.bin"))) {
            throw new UnreadableSheet("fault.screening.file.xlsb");
        }
        boolean workbook = names.contains("[content_types].xml")
                && names.stream().anyMatch(name -> name.contains("workbook") && name.endsWith(".xml"));
        if (!workbook) {
            throw new UnreadableSheet("fault.screening.file.type");
        }
        if (entries.stream().anyMatch(entry -> entry.getGeneralPurposeBit().usesEncryption())) {
            throw new UnreadableSheet("fault.screening.file.password");
        }
    }

    private void unpack(ZipFile zip, ZipArchiveEntry entry, int packed) throws IOException {
        String name = normal(entry.getName());
        try (InputStream in = new Counting(zip.getInputStream(entry), packed)) {
            Matcher relations = RELATIONS.matcher(name);
            if (relations.matches()) {
                relate(relations.group(1), new String(in.readNBytes(LONGEST_RELATIONS), StandardCharsets.UTF_8));
                in.transferTo(OutputStream.nullOutputStream());
            } else if (name.endsWith(".xml")) {
                TagScan scan = new TagScan();
                long before = unpacked;
                scan.read(in);
                parts.put(name, scan);
                if (scan.strings() > 0 && unpacked - before > LARGEST_STRINGS) {
                    throw new UnreadableSheet("fault.screening.file.bomb");
                }
            } else {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void relate(@Nullable String folder, String xml) {
        Matcher relation = RELATION.matcher(xml);
        while (relation.find()) {
            String id = attribute(relation.group(), "Id");
            String target = attribute(relation.group(), "Target");
            targets.put(id, normal(target.startsWith("/") ? target : (folder == null ? "" : folder) + target));
        }
    }

    private static String attribute(String tag, String name) {
        Matcher attribute =
                Pattern.compile("\\s" + name + "\\s*=\\s*([\"'])(.*?)\\1").matcher(tag);
        return attribute.find() ? attribute.group(2) : "";
    }

    private static String normal(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    /** The reader fills its table up to the highest index asked for, be it two billion. */
    private void requireStrings() throws UnreadableSheet {
        long strings = parts.values().stream().mapToLong(TagScan::strings).sum();
        for (TagScan part : parts.values()) {
            if (part.highestString() >= Math.max(strings, 1)) {
                throw new UnreadableSheet("fault.screening.file.broken");
            }
        }
    }

    /** What was seen of the sheet that the workbook refers to by this id; null when there is no such part. */
    @Nullable
    TagScan sheet(String relation) {
        return parts.get(targets.getOrDefault(relation, ""));
    }

    /** Counts what is unpacked, and stops at the limits. */
    private final class Counting extends FilterInputStream {

        private final long packed;

        Counting(InputStream in, long packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                count(1);
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count > 0) {
                count(count);
            }
            return count;
        }

        private void count(int bytes) throws UnreadableSheet {
            unpacked += bytes;
            boolean bomb = unpacked > LARGEST
                    || (unpacked > RATIO_COUNTS_FROM && unpacked / Math.max(packed, 1) > HIGHEST_RATIO);
            if (bomb) {
                throw new UnreadableSheet("fault.screening.file.bomb");
            }
        }
    }
}
