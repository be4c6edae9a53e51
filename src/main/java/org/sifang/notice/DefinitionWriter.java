package org.sifang.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a definition in the form {@link DefinitionReader} takes, so that it can be edited or kept; what is read back equals
 * what was written. Comments of a text it once came from are not kept.
 */
public final class DefinitionWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZoneId zone;

    /** @param zone whose offset instants are written with */
    public DefinitionWriter(ZoneId zone) {
        this.zone = zone;
    }

    public String yaml(NoticeDefinition definition) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        return new Yaml(new CompactYaml(options), options).dump(tree(definition));
    }

    public String json(NoticeDefinition definition) {
        try {
            return JSON.writeValueAsString(tree(definition));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, Object> tree(NoticeDefinition definition) {
        return fields(
                "number", definition.number(),
                "title", definition.title(),
                "issuer", definition.issuer(),
                "issuedAt", instant(definition.issuedAt()),
                "supersedes", definition.supersedes(),
                "clauses", each(definition.clauses(), clause -> fields("ref", clause.ref(), "text", clause.text())),
                "categories", each(definition.categories(), DefinitionWriter::category),
                "measures", named(definition.measures(), DefinitionWriter::measure),
                "obligations", each(definition.obligations(), this::obligation),
                "ladders", named(definition.ladders(), ladder -> each(ladder.rungs(), DefinitionWriter::rung)));
    }

    private static Map<String, Object> category(Category category) {
        return fields(
                "code", category.code(),
                "name", category.name(),
                "clause", category.clause(),
                "since", category.since(),
                "measure", category.measure());
    }

    private static Map<String, Object> measure(Measure measure) {
        return fields(
                "isolation", measure.isolation(),
                "minimumDays", measure.minimumDays(),
                "tests", each(measure.tests(), DefinitionWriter::test),
                "release", measure.release(),
                "followUpDays", measure.followUpDays());
    }

    private static Map<String, Object> test(TestPlan test) {
        return fields("afterDays", test.afterDays(), "paidBy", test.paidBy(), "dueWithin", span(test.dueWithin()));
    }

    private Map<String, Object> obligation(Obligation obligation) {
        return fields(
                "code", obligation.code(),
                "clause", obligation.clause(),
                "kind", obligation.kind(),
                "addressees", rule(obligation.addressees()),
                "targets", rule(obligation.targets()),
                "checklist", obligation.checklist(),
                "receiptWithin", span(obligation.receiptWithin()),
                "due", instant(obligation.due()),
                "dueWithin", span(obligation.dueWithin()),
                "dueDaily", obligation.dueDaily(),
                "from", obligation.from(),
                "opens", obligation.opens(),
                "innerDeadlines", named(obligation.innerDeadlines(), DefinitionWriter::span),
                "ladder", obligation.ladder());
    }

    private static @Nullable Map<String, Object> rule(@Nullable AddresseeRule rule) {
        return rule == null
                ? null
                : fields(
                        "kinds", each(rule.kinds(), Enum::name),
                        "levels", each(rule.levels(), Enum::name),
                        "codes", each(rule.codes(), code -> code),
                        "sectors", each(rule.sectors(), sector -> sector),
                        "unitKinds", each(rule.unitKinds(), kind -> kind),
                        "minimumGrade", rule.minimumGrade());
    }

    private static Map<String, Object> rung(Rung rung) {
        return fields("at", span(rung.at()), "action", rung.action());
    }

    private @Nullable String instant(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(zone).toOffsetDateTime().toString();
    }

    /** In the notation of the format: -PT2H, not PT-2H; whole days as days. */
    private static @Nullable String span(@Nullable Duration span) {
        if (span == null) {
            return null;
        }
        if (span.isNegative()) {
            return "-" + span(span.negated());
        }
        boolean days = span.toDays() > 1 && span.equals(Duration.ofDays(span.toDays()));
        return days ? "P" + span.toDays() + "D" : span.toString();
    }

    private static <T> List<Object> each(Collection<T> all, Function<T, Object> written) {
        return all.stream().map(written).toList();
    }

    private static <T> Map<String, Object> named(Map<String, T> all, Function<T, @Nullable Object> written) {
        Map<String, Object> entries = new LinkedHashMap<>();
        all.forEach((name, one) -> put(entries, name, written.apply(one)));
        return entries;
    }

    /** Names and values in turns; what is not there is not written. */
    private static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            put(fields, String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        boolean nothing = value == null
                || value instanceof Collection<?> items && items.isEmpty()
                || value instanceof Map<?, ?> entries && entries.isEmpty();
        if (!nothing) {
            boolean structure = value instanceof Collection || value instanceof Map || value instanceof Integer;
            fields.put(name, structure ? value : String.valueOf(value));
        }
    }
}
