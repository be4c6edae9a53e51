package org.sifang.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Facts of an entry as they are stored: one JSON object, keys in order, no blanks. The stored characters are sealed. */
final class Facts {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final TypeReference<Map<String, String>> FORM = new TypeReference<>() {};

    private Facts() {}

    static String write(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings can always be written", impossible);
        }
    }

    static Map<String, String> read(String stored) {
        try {
            return JSON.readValue(stored, FORM);
        } catch (JsonProcessingException damaged) {
            // Somebody changed the row behind the triggers: the page still opens, the verification names the entry.
            return Map.of();
        }
    }
}
