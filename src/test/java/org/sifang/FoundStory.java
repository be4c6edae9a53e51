package org.sifang;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.DefinitionWriter;
import org.sifang.notice.NoticeLibrary;
import org.sifang.notice.PreparedCopy;

/** What the stories of people found have in common, spoken through the API. */
final class FoundStory {

    private FoundStory() {}

    /** The Tongliao notice as of now, in force. */
    static String issued(Caller leader, Clock clock, String title) {
        String yaml = new DefinitionWriter(clock.getZone())
                .yaml(PreparedCopy.of(
                        new NoticeLibrary(new DefinitionReader()).definition(NoticeLibrary.TONGLIAO_2020),
                        clock.instant(),
                        clock.getZone()));
        String numbered = yaml.replaceFirst(
                        "(?m)^number: .*$",
                        "number: 示例管控〔2027〕" + clock.instant().getEpochSecond() % 10_000 + "号")
                .replaceFirst("(?m)^title: .*$", "title: " + title);
        String id = leader.postYaml(201, "/notices", numbered).path("id").asText();
        leader.post(202, "/notices/{id}/issue", Map.of(), id);
        return id;
    }

    /** Their cases, in the order of the sheet, once each waits for its order to be served. */
    static List<String> opened(Caller county, Caller community, String notice, int people) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> community
                                .get("/tasks?notice={n}&process=person-case&size=50", notice)
                                .path("total")
                                .asInt()
                        == people);
        List<String> ids = new ArrayList<>();
        county.get("/cases?notice={n}&size=50", notice)
                .path("items")
                .forEach(one -> ids.add(0, one.path("id").asText()));
        return ids;
    }

    static String testOf(Caller caller, String one) {
        return caller.get("/cases/{id}", one).path("tests").path(0).path("id").asText();
    }
}
