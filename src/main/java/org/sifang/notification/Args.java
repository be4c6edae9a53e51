package org.sifang.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Arguments of a message as they are stored: a JSON array of strings. */
final class Args {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Args() {}

    static String write(List<String> args) {
        try {
            return JSON.writeValueAsString(args);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Strings can always be written", impossible);
        }
    }

    static List<String> read(String stored) {
        try {
            return List.of(JSON.readValue(stored, String[].class));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Stored arguments cannot be read", damaged);
        }
    }
}
