package org.sifang.accountability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Sha256;

/**
 * A sealed fact file. Its canonical form is JSON in UTF-8 with the names in alphabetical order and without blanks,
 * instants in ISO 8601 and UTC; whoever has those bytes computes the same hash with any tool.
 *
 * @param canonical the very characters that are hashed
 * @param hash SHA-256 of them, in hex
 */
public record FactFile(
        UUID id, UUID caseId, int number, List<UUID> breaches, String canonical, String hash, Instant compiledAt) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    public FactFile {
        breaches = List.copyOf(breaches);
    }

    static FactFile seal(UUID id, FactFileContent content) {
        String canonical = write(content);
        return new FactFile(
                id,
                content.caseId(),
                content.number(),
                content.breaches().stream().map(FactFileContent.Failure::id).toList(),
                canonical,
                sha256(canonical.getBytes(StandardCharsets.UTF_8)),
                content.compiledAt());
    }

    private static String write(FactFileContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of strings and instants can always be written", impossible);
        }
    }

    /**
     * What stands in it.
     *
     * @throws IllegalStateException when the stored characters are no fact file any more
     */
    public FactFileContent content() {
        FactFileContent content = orNull();
        if (content == null) {
            throw new IllegalStateException("Fact file " + id + " is damaged");
        }
        return content;
    }

    /** The same, or null when somebody damaged it. */
    @Nullable
    FactFileContent orNull() {
        try {
            return JSON.readValue(canonical, FactFileContent.class);
        } catch (JsonProcessingException damaged) {
            return null;
        }
    }

    /** The hash in pieces of eight signs, between which a narrow page may break. */
    public List<String> hashParts() {
        return List.of(hash.split("(?<=\\G.{8})"));
    }

    /** Whether the stored characters still are a fact file. */
    public boolean readable() {
        return orNull() != null;
    }

    /** Whether the stored characters give the stored hash. */
    boolean fitsItself() {
        return sha256(canonical.getBytes(StandardCharsets.UTF_8)).equals(hash);
    }

    static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }
}
