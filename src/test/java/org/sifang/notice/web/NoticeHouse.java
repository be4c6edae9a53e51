package org.sifang.notice.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sifang.engine.ClockSteering;
import org.sifang.kernel.Ids;
import org.sifang.notice.DefinitionReader;
import org.sifang.notice.Duties;
import org.sifang.notice.Duty;
import org.sifang.notice.DutyFilter;
import org.sifang.notice.NoticeDesk;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actors;
import org.sifang.organization.DemoAccounts;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Notices made for a test, and calls to the API in the name of somebody of the demonstration. */
class NoticeHouse {

    /** Due hours after whatever time the tests' clock shows. */
    private static final String YAML = """
            number: NUMBER
            title: 关于核对值班安排的通知（测试）
            issuer: "150500"
            clauses:
              - {ref: 一, text: 各旗县市区指挥部四小时内确认值班安排。}
              - {ref: 二, text: 卫生健康部门一日内报送安排。}
            obligations:
              - code: watch
                clause: 一
                kind: CONFIRM
                addressees: {kinds: [COMMAND], level: COUNTY}
                receiptWithin: PT30M
                dueWithin: PT4H
                innerDeadlines: {TOWNSHIP: -PT1H, COMMUNITY: -PT2H}
              - code: plan
                clause: 二
                kind: DOCUMENT
                addressees: {kinds: [DEPARTMENT], sectors: [HEALTH], level: COUNTY}
                dueWithin: P1D
            ladders:
              default:
                - {at: -PT1H, action: REMIND}
                - {at: PT0S, action: MARK_OVERDUE}
                - {at: PT10M, action: URGE}
                - {at: PT1H, action: WRITTEN_URGE}
                - {at: P2D, action: CIRCULATE}
            """;

    private final MockMvc mvc;
    private final ObjectMapper json;
    private final NoticeDesk desk;
    private final Duties duties;
    private final Actors actors;
    private final ClockSteering steering;

    NoticeHouse(ApplicationContext house) {
        this.mvc = house.getBean(MockMvc.class);
        this.json = house.getBean(ObjectMapper.class);
        this.desk = house.getBean(NoticeDesk.class);
        this.duties = house.getBean(Duties.class);
        this.actors = house.getBean(Actors.class);
        this.steering = house.getBean(ClockSteering.class);
    }

    /** What the API answered. */
    record Answer(int status, JsonNode body) {}

    static String number() {
        String id = Ids.next().toString();
        return "测防指〔2027〕" + id.substring(id.length() - 12) + "号";
    }

    static String yaml(String number) {
        return YAML.replace("NUMBER", number);
    }

    NoticeView drafted() {
        return desk.draft(new DefinitionReader().read(yaml(number())), actors.byUsername("city.officer"));
    }

    /** One in force, with its duties open. */
    NoticeView issued() {
        NoticeView notice = drafted();
        desk.issueAtOnce(notice.id(), actors.byUsername("city.leader"));
        steering.settle();
        return notice;
    }

    Duty duty(NoticeView notice, String obligation, String organization) {
        return duties.list(actors.byUsername("city.leader"), DutyFilter.of(notice.id(), organization, obligation), 0, 1)
                .items()
                .get(0);
    }

    Duty now(Duty duty) {
        return duties.require(duty.id());
    }

    Answer get(String username, String path, Object... parts) throws Exception {
        return answer(mvc.perform(MockMvcRequestBuilders.get("/api/v1" + path, parts)
                        .with(httpBasic(username, DemoAccounts.PASSWORD)))
                .andReturn()
                .getResponse());
    }

    /** @param body JSON; null for none */
    Answer post(String username, @Nullable String body, String path, Object... parts) throws Exception {
        var request =
                MockMvcRequestBuilders.post("/api/v1" + path, parts).with(httpBasic(username, DemoAccounts.PASSWORD));
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        return answer(mvc.perform(request).andReturn().getResponse());
    }

    Answer draft(String username, String type, String text) throws Exception {
        return answer(mvc.perform(MockMvcRequestBuilders.post("/api/v1/notices")
                        .with(httpBasic(username, DemoAccounts.PASSWORD))
                        .contentType(type)
                        .content(text.getBytes(StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse());
    }

    static UUID id(Answer answer) {
        return UUID.fromString(answer.body().path("id").asText());
    }

    private Answer answer(MockHttpServletResponse response) throws Exception {
        String content = response.getContentAsString(StandardCharsets.UTF_8);
        return new Answer(response.getStatus(), content.isEmpty() ? json.nullNode() : json.readTree(content));
    }
}
