package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sifang.engine.ClockSteering;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.DefinitionWriter;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.PreparedCopy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;

/**
 * The main job as one story: the Tongliao notice from its draft over the counties' reports to the last rung of the
 * ladder, the next day's round, and the end. Spoken through the API, on the real engine and a real PostgreSQL.
 */
@SifangTest
class NoticeToAccountabilityTests {

    private static final List<String> COUNTIES =
            List.of("150502", "150521", "150522", "150523", "150524", "150525", "150526", "150571", "150581");
    private static final List<String> RUNGS =
            List.of("REMIND", "MARK_OVERDUE", "URGE", "WRITTEN_URGE", "CIRCULATE", "OPEN_ACCOUNTABILITY");

    @Autowired
    Clock clock;

    @Autowired
    ClockSteering steering;

    @Autowired
    TestRestTemplate http;

    @Test
    void aNoticeIsIssuedEveryCountyIsBroughtToItsDeadlineAndTheSilentClimbTheLadder() throws IOException {
        steering.advanceTo(morning());
        LocalDate today = LocalDate.now(clock);
        Caller officer = new Caller(http, "city.officer");
        Caller leader = new Caller(http, "city.leader");
        Caller county = new Caller(http, "150502.officer");

        // The notice is drafted, reviewed twice and signed.
        String notice = drafted(officer);
        officer.complete(notice, "notice-issuance", Map.of("ready", true));
        new Caller(http, "150500.health").complete(notice, "notice-issuance", Map.of("verdict", "APPROVED"));
        new Caller(http, "150500.justice").complete(notice, "notice-issuance", Map.of("verdict", "APPROVED"));
        leader.complete(notice, "notice-issuance", Map.of("decision", "SIGN"));
        assertThat(leader.get("/notices/{id}", notice).path("state").asText()).isEqualTo("ISSUED");

        Map<String, JsonNode> stock = duties(leader, notice, "stock");
        assertThat(stock.keySet()).containsExactlyInAnyOrderElementsOf(COUNTIES);
        assertThat(stock.values()).allSatisfy(duty -> {
            assertThat(duty.path("state").asText()).isEqualTo("SENT");
            assertThat(duty.path("responsible").asText()).isNotBlank();
        });
        Instant due = instant(stock.get("150502"), "dueAt");

        // 科尔沁区 receives, imports the people it found and reports them; the chief signs, the city accepts.
        String duty = stock.get("150502").path("id").asText();
        county.complete(duty, "duty", Map.of("responsible", "150502.officer", "deputy", "150502.leader"));
        assertThat(county.imported(notice, "150502", SampleSheet.of(12, today)))
                .containsEntry("rows", 12)
                .containsEntry("created", 12)
                .containsEntry("rejected", 0);
        assertThat(county.imported(notice, "150502", SampleSheet.of(12, today))).containsEntry("unchanged", 12);
        county.complete(duty, "duty", Map.of("remark", "存量排查完毕"));
        new Caller(http, "150502.leader").complete(duty, "duty", Map.of("decision", "SIGN"));
        officer.complete(duty, "duty", Map.of("decision", "ACCEPT"));
        JsonNode accepted = duties(leader, notice, "stock").get("150502");
        assertThat(accepted.path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(accepted.path("timeliness").asText()).isEqualTo("ON_TIME");
        assertThat(accepted.path("zero").asBoolean(true)).isFalse();

        // 科尔沁左翼中旗 found nobody and says so.
        String nobody = stock.get("150521").path("id").asText();
        Caller second = new Caller(http, "150521.officer");
        second.post(200, "/duties/{id}/receive", Map.of(), nobody);
        assertThat(second.post(200, "/duties/{id}/submit", Map.of("zero", true), nobody)
                        .path("zero")
                        .asBoolean())
                .isTrue();

        // At 21:00 the others are silent, and climb rung by rung, each once.
        steering.advanceTo(due.minusSeconds(1));
        assertThat(duties(leader, notice, "stock")
                        .get("150526")
                        .path("timeliness")
                        .asText())
                .isEqualTo("PENDING");
        steering.advanceTo(due);
        Map<String, JsonNode> atNine = duties(leader, notice, "stock");
        assertThat(atNine.get("150526").path("timeliness").asText()).isEqualTo("SILENT");
        assertThat(atNine.get("150526").path("rung").asText()).isEqualTo("MARK_OVERDUE");
        assertThat(atNine.get("150502").path("timeliness").asText()).isEqualTo("ON_TIME");
        assertThat(atNine.get("150502").path("rung").isNull()).isTrue();
        assertThat(atNine.get("150521").path("rung").isNull()).isTrue();

        // 库伦旗 reports half an hour late and climbs no further.
        steering.advanceTo(due.plus(Duration.ofMinutes(31)));
        String late = stock.get("150524").path("id").asText();
        Caller third = new Caller(http, "150524.officer");
        third.post(200, "/duties/{id}/receive", Map.of(), late);
        third.post(200, "/duties/{id}/submit", Map.of("zero", true), late);

        steering.advanceTo(due.plus(Duration.ofHours(7)));
        Map<String, JsonNode> morningAfter = duties(leader, notice, "stock");
        assertThat(morningAfter.get("150524").path("timeliness").asText()).isEqualTo("LATE");
        assertThat(rungsOf(leader, late)).containsExactly("REMIND", "MARK_OVERDUE", "URGE");
        for (String silent : List.of("150522", "150523", "150525", "150526", "150571", "150581")) {
            assertThat(rungsOf(leader, morningAfter.get(silent).path("id").asText()))
                    .as(silent)
                    .containsExactlyElementsOf(RUNGS);
        }
        assertThat(rungsOf(leader, duty)).isEmpty();

        // The next day's round opened at midnight; only the new people are reported, by 18:00.
        Map<String, JsonNode> daily = duties(leader, notice, "daily");
        assertThat(daily.keySet()).containsExactlyInAnyOrderElementsOf(COUNTIES);
        Instant six = instant(daily.get("150502"), "dueAt");
        assertThat(six).isEqualTo(due.plus(Duration.ofHours(21)));
        assertThat(county.imported(notice, "150502", SampleSheet.of(15, today)))
                .containsEntry("created", 3)
                .containsEntry("unchanged", 12);
        String delta = daily.get("150502").path("id").asText();
        county.post(200, "/duties/{id}/receive", Map.of(), delta);
        county.post(200, "/duties/{id}/submit", Map.of(), delta);
        JsonNode reports = leader.get("/reports?notice={n}&organisation=150502", notice);
        assertThat(StreamSupport.stream(reports.path("items").spliterator(), false)
                        .map(report -> report.path("people").asInt()))
                .containsExactlyInAnyOrder(12, 3);

        steering.advanceTo(six.plus(Duration.ofMinutes(15)));
        Map<String, JsonNode> evening = duties(leader, notice, "daily");
        assertThat(evening.get("150502").path("timeliness").asText()).isEqualTo("ON_TIME");
        assertThat(evening.get("150522").path("timeliness").asText()).isEqualTo("SILENT");
        assertThat(evening.get("150522").path("rung").asText()).isEqualTo("URGE");

        // Lifted: what is still owed is closed with the reason, and no rung follows.
        leader.post(200, "/notices/{id}/lift", Map.of("reason", "疫情形势平稳"), notice);
        steering.settle();
        assertThat(duties(leader, notice, "daily").get("150522").path("state").asText())
                .isEqualTo("LIFTED");
        steering.advanceTo(six.plus(Duration.ofDays(2)));
        assertThat(duties(leader, notice, "daily").get("150522").path("rung").asText())
                .isEqualTo("URGE");
        assertThat(leader.get("/journal/verification").path("intact").asBoolean())
                .isTrue();
    }

    /** The next morning at eight, when 18:00 and 21:00 are ahead, whatever the clock shows. */
    private Instant morning() {
        return clock.instant()
                .atZone(clock.getZone())
                .toLocalDate()
                .plusDays(1)
                .atTime(8, 0)
                .atZone(clock.getZone())
                .toInstant();
    }

    private String drafted(Caller officer) {
        String yaml = new DefinitionWriter(clock.getZone())
                .yaml(PreparedCopy.of(
                        new NoticeLibrary(new DefinitionReader()).definition(NoticeLibrary.TONGLIAO_2020),
                        clock.instant(),
                        clock.getZone()));
        String numbered = yaml.replaceFirst("(?m)^number: .*$", "number: 示例故事〔" + clock.instant() + "〕1号");
        return officer.postYaml(201, "/notices", numbered).path("id").asText();
    }

    private static Map<String, JsonNode> duties(Caller caller, String notice, String obligation) {
        Map<String, JsonNode> found = new HashMap<>();
        caller.get("/duties?notice={n}&obligation={o}&size=100", notice, obligation)
                .path("items")
                .forEach(duty -> found.put(duty.path("organisation").asText(), duty));
        return found;
    }

    /** The rungs in the duty's journal, in their order. */
    private static List<String> rungsOf(Caller caller, String duty) {
        return StreamSupport.stream(
                        caller.get("/journal?subject={s}&size=200", duty)
                                .path("items")
                                .spliterator(),
                        false)
                .sorted(Comparator.comparing(
                        entry -> OffsetDateTime.parse(entry.path("at").asText())))
                .map(entry -> entry.path("action").asText())
                .filter(action -> action.startsWith("duty.rung."))
                .map(action -> action.substring("duty.rung.".length()))
                .toList();
    }

    private static Instant instant(JsonNode node, String field) {
        return OffsetDateTime.parse(node.path(field).asText()).toInstant();
    }
}
