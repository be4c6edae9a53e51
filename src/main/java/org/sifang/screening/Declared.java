package org.sifang.screening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What somebody declared of herself. Does not print.
 *
 * @param since from when on, as typed: a day
 * @param where where she was, or whom she met
 */
public record Declared(TypedPerson person, String since, String where) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Declared read(String content) {
        try {
            return JSON.readValue(content, Declared.class);
        } catch (JsonProcessingException damaged) {
            // Its message would quote what is in it.
            throw new IllegalStateException("A declaration cannot be read");
        }
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A declaration cannot be written");
        }
    }

    @Override
    public String toString() {
        return "Declared";
    }
}
