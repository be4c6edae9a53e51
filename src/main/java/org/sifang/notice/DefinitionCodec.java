package org.sifang.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashSet;
import java.util.Set;

/** A definition as the database keeps it: the record's own shape, which no person writes. */
final class DefinitionCodec {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            // People read these sets: they keep the order they were written in.
            .addModule(new SimpleModule().addAbstractTypeMapping(Set.class, LinkedHashSet.class))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    private DefinitionCodec() {}

    static String write(NoticeDefinition definition) {
        try {
            return JSON.writeValueAsString(definition);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A definition cannot be written", impossible);
        }
    }

    static NoticeDefinition read(String text) {
        try {
            return JSON.readValue(text, NoticeDefinition.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored definition cannot be read", damaged);
        }
    }
}
