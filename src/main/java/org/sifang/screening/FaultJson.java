package org.sifang.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;

/** Faults as they are stored beside rows and imports. */
final class FaultJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Fault>> FORM = new TypeReference<>() {};

    private FaultJson() {}

    static String write(List<Fault> faults) {
        try {
            return JSON.writeValueAsString(faults);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Faults can always be written", impossible);
        }
    }

    static List<Fault> read(@Nullable String stored) {
        try {
            return stored == null ? List.of() : JSON.readValue(stored, FORM);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("Stored faults cannot be read", damaged);
        }
    }
}
