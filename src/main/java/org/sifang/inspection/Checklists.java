package org.sifang.inspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sifang.kernel.NotFoundException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Service;

/** The checklists of {@code checklists/*.yaml}, read once at the start; a faulty one keeps the house from starting. */
@Service
public class Checklists {

    private static final String FILES = "classpath*:checklists/*.yaml";

    private final Map<String, Checklist> known = new TreeMap<>();
    private final ObjectMapper json = new ObjectMapper();

    Checklists(ResourcePatternResolver resources) {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        try {
            for (Resource file : resources.getResources(FILES)) {
                Checklist list = yaml.readValue(file.getContentAsByteArray(), Checklist.class);
                known.put(list.code(), list);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All of them, by code. */
    public Collection<Checklist> all() {
        return known.values();
    }

    public Optional<Checklist> find(String code) {
        return Optional.ofNullable(known.get(code));
    }

    /** @throws NotFoundException when there is none with this code */
    public Checklist require(String code) {
        return find(code).orElseThrow(() -> new NotFoundException("checklist"));
    }

    /** As worded now, to be kept with what is checked by it. */
    String write(Checklist list) {
        try {
            return json.writeValueAsString(list);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A checklist cannot be written", impossible);
        }
    }

    /** As worded when it was kept. */
    Checklist read(String kept) {
        try {
            return json.readValue(kept, Checklist.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A kept checklist cannot be read", damaged);
        }
    }
}
