package org.sifang.worklist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.sifang.engine.Feel;
import org.sifang.kernel.NotFoundException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The forms of {@code forms/}, read once. */
@Component
class Forms {

    private static final Pattern ID = Pattern.compile("[a-z0-9-]+");

    private final Map<String, FormSchema> schemas = new ConcurrentHashMap<>();
    private final ObjectMapper json;
    private final Feel feel;

    Forms(ObjectMapper json, Feel feel) {
        this.json = json;
        this.feel = feel;
    }

    /** @throws NotFoundException when there is no such form */
    FormSchema require(String id) {
        return schemas.computeIfAbsent(id, this::read);
    }

    /** The form as this handler asks it about the subject; read anew only where it differs from the file. */
    FormSchema of(TaskForm handler, UUID subject) {
        FormSchema file = require(handler.form());
        JsonNode asked = handler.schema(subject, file.json());
        return asked == file.json() ? file : new FormSchema(asked, feel);
    }

    private FormSchema read(String id) {
        ClassPathResource resource = new ClassPathResource("forms/" + id + ".form");
        if (!ID.matcher(id).matches() || !resource.exists()) {
            throw new NotFoundException("form");
        }
        try (InputStream in = resource.getInputStream()) {
            JsonNode schema = json.readTree(in);
            return new FormSchema(schema, feel);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Form " + id + " cannot be read", unreadable);
        }
    }
}
