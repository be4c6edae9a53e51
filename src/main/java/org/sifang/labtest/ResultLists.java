package org.sifang.labtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.labtest.ResultReading.Typed;
import org.sifang.organization.Actor;
import org.sifang.organization.Organization;
import org.springframework.stereotype.Service;

/** Lists of results from other systems: judged as a whole before anything of them is taken. */
@Service
public class ResultLists {

    private static final int MOST = 5_000;

    private final Incoming incoming;
    private final Laboratories laboratories;
    private final Clock clock;

    ResultLists(Incoming incoming, Laboratories laboratories, Clock clock) {
        this.incoming = incoming;
        this.laboratories = laboratories;
        this.clock = clock;
    }

    /**
     * Takes one result, or a list of them, each of the form {@code {idNumber or sample, result, testedAt, laboratory}}.
     *
     * @throws FaultsException with every fault of every result; paths such as {@code [3].result} in a list
     * @throws org.sifang.kernel.NotFoundException when he may not see one of the laboratories
     * @throws org.springframework.security.access.AccessDeniedException when he may not speak for one of them
     */
    public Receipt take(JsonNode body, Actor by, Instant now) {
        ResultReading reading = new ResultReading(laboratories, usual(laboratories, by), clock.getZone(), now);
        if (body.isArray()) {
            if (body.size() > MOST) {
                throw new FaultsException(Fault.at("", "fault.labtest.list.long", MOST));
            }
            List<JsonNode> items =
                    StreamSupport.stream(body.spliterator(), false).toList();
            for (int i = 0; i < items.size(); i++) {
                reading.read("[" + i + "].", typed(items.get(i)));
            }
        } else {
            reading.read("", typed(body));
        }
        if (!reading.faults().isEmpty()) {
            throw new FaultsException(reading.faults());
        }
        return incoming.take(reading.read(), by, Source.LIST, now);
    }

    /** The laboratory he speaks for, when there is only one. */
    static @Nullable String usual(Laboratories laboratories, Actor by) {
        List<Organization> own = laboratories.of(by);
        return own.size() == 1 ? own.get(0).code() : null;
    }

    private static Typed typed(JsonNode item) {
        return new Typed(
                text(item, "idNumber"),
                text(item, "sample"),
                text(item, "result"),
                text(item, "testedAt"),
                text(item, "laboratory"));
    }

    private static @Nullable String text(JsonNode item, String field) {
        JsonNode value = item.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }
}
