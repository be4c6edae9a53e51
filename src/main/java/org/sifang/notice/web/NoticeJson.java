package org.sifang.notice.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.notice.DefinitionDesk;
import org.sifang.notice.DefinitionWriter;
import org.sifang.notice.Duties;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.DutyFilter.Tally;
import org.sifang.notice.FanOutPreview;
import org.sifang.notice.NoticeState;
import org.sifang.notice.NoticeView;
import org.sifang.notice.Notices;
import org.sifang.notice.Review;
import org.sifang.notice.ReviewKind;
import org.sifang.notice.Verdict;
import org.sifang.organization.Actor;
import org.sifang.organization.Wording;
import org.springframework.stereotype.Component;

/** Notices as the API says them. */
@Component
class NoticeJson {

    private final Notices notices;
    private final Duties duties;
    private final DefinitionDesk definitions;
    private final DefinitionWriter writer;
    private final Wording wording;
    private final ObjectMapper json;
    private final Clock clock;

    NoticeJson(
            Notices notices,
            Duties duties,
            DefinitionDesk definitions,
            Wording wording,
            ObjectMapper json,
            Clock clock) {
        this.notices = notices;
        this.duties = duties;
        this.definitions = definitions;
        this.writer = new DefinitionWriter(clock.getZone());
        this.wording = wording;
        this.json = json;
        this.clock = clock;
    }

    /** @param duties size of the fan-out: addressees over all obligations */
    record Receipt(UUID id, @Nullable String number, NoticeState state, int duties) {}

    record Line(
            UUID id,
            @Nullable String number,
            String title,
            String issuer,
            NoticeState state,
            OffsetDateTime draftedAt,
            @Nullable OffsetDateTime issuedAt,
            @Nullable OffsetDateTime endedAt) {}

    /** @param by name of the reviewer; of a waived review the name of who waived it */
    record ReviewLine(
            ReviewKind kind,
            Verdict verdict,
            String by,
            OffsetDateTime at,
            @Nullable String remark) {}

    /**
     * @param supersededBy id of the notice that replaced it
     * @param clauses and the rest of the definition: as in the notice format, each obligation with {@code duties} (its
     *     addressees) and {@code firstDue}
     * @param counts how many duties in the caller's scope stand where; keys as for the parameter {@code tally} of the page
     */
    record Sheet(
            @JsonUnwrapped Line line,
            int duties,
            @Nullable String supersedes,
            @Nullable UUID supersededBy,
            String draftedBy,
            @Nullable String issuedBy,
            @Nullable String endReason,
            int version,
            JsonNode clauses,
            JsonNode categories,
            JsonNode measures,
            JsonNode obligations,
            JsonNode ladders,
            List<ReviewLine> reviews,
            Map<Tally, Long> counts) {}

    Receipt receipt(NoticeView notice) {
        return new Receipt(
                notice.id(),
                notice.number(),
                notice.state(),
                definitions.preview(notice.definition()).totalDuties());
    }

    Line line(NoticeView notice) {
        return new Line(
                notice.id(),
                notice.number(),
                notice.title(),
                notice.issuer(),
                notice.state(),
                local(notice.draftedAt()),
                localOrNull(notice.issuedAt()),
                localOrNull(notice.endedAt()));
    }

    Sheet sheet(NoticeView notice, Actor reader) {
        FanOutPreview preview = definitions.preview(notice.definition());
        JsonNode definition = tree(notice);
        return new Sheet(
                line(notice),
                preview.totalDuties(),
                notice.definition().supersedes(),
                notice.supersededBy(),
                wording.officerName(notice.draftedBy()),
                notice.issuedBy() == null ? null : wording.officerName(notice.issuedBy()),
                notice.endReason(),
                notice.version(),
                part(definition, "clauses"),
                part(definition, "categories"),
                definition.has("measures") ? definition.get("measures") : JsonNodeFactory.instance.objectNode(),
                obligations(definition, preview),
                definition.path("ladders"),
                notices.reviews(notice.id(), notice.version()).stream()
                        .map(this::review)
                        .toList(),
                duties.tallies(reader, DutyFilter.of(notice.id(), null, null)));
    }

    private JsonNode tree(NoticeView notice) {
        try {
            return json.readTree(writer.json(notice.definition()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A definition was not written as JSON", impossible);
        }
    }

    private static JsonNode part(JsonNode definition, String name) {
        return definition.has(name) ? definition.get(name) : JsonNodeFactory.instance.arrayNode();
    }

    private JsonNode obligations(JsonNode definition, FanOutPreview preview) {
        ArrayNode obligations = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < preview.lines().size(); i++) {
            FanOutPreview.Line line = preview.lines().get(i);
            ObjectNode obligation = JsonNodeFactory.instance.objectNode();
            obligation.setAll((ObjectNode) definition.path("obligations").path(i));
            obligation.put("duties", line.addresseeCount());
            obligation.putPOJO("firstDue", local(line.firstDue()).truncatedTo(ChronoUnit.MILLIS));
            obligations.add(obligation);
        }
        return obligations;
    }

    private ReviewLine review(Review review) {
        return new ReviewLine(
                review.kind(),
                review.verdict(),
                wording.officerName(review.reviewer()),
                local(review.at()),
                review.remark());
    }

    private OffsetDateTime local(Instant at) {
        return at.atZone(clock.getZone()).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime localOrNull(@Nullable Instant at) {
        return at == null ? null : local(at);
    }
}
