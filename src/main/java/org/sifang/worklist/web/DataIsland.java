package org.sifang.worklist.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.stereotype.Component;

/** Values for a page's scripts: the content of a {@code <script type="application/json">}, which runs nothing. */
@Component
class DataIsland {

    private final ObjectMapper json;

    DataIsland(ObjectMapper json) {
        this.json = json;
    }

    /** JSON that cannot end the element it stands in. */
    String of(Object value) {
        try {
            return json.writeValueAsString(value).replace("<", "\\u003c");
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("A page is given plain values", unwritable);
        }
    }
}
