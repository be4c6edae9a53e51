package org.sifang.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.isolation.CaseDesk.Lodging;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.ReleaseRule;
import org.sifang.organization.DemoAccounts;
import org.sifang.screening.CaseMark;
import org.sifang.screening.CaseState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** Who may do what with a case: own county, other county, other line, nobody. */
@SifangTest
class CaseDeskTests {

    private static final Lodging HOME = new Lodging(true, true, null, null);
    private static final SmallMeasure WEEK = SmallMeasure.of(IsolationKind.HOME)
            .days(7)
            .release(ReleaseRule.DAYS)
            .followUp(3);

    @Autowired
    IsolationFile file;

    @Autowired
    CaseDesk desk;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void end() {
        file.close();
    }

    private UUID found() {
        return file.found(file.issue(WEEK), "150502");
    }

    private UUID settled() {
        UUID id = found();
        serve(id, "150502.officer");
        desk.settle(id, HOME, file.actor("150502.officer"), file.now());
        return id;
    }

    private void serve(UUID id, String username) {
        desk.serveOrder(id, DeliveryManner.FAMILY, "由家属代收", file.actor(username), file.now());
    }

    @Test
    void anOrderIsServedByThoseWhoLookAfterHerAndByNobodyElse() {
        UUID id = found();
        assertThatThrownBy(() -> serve(id, "150521.officer")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> serve(id, "150502.health")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> serve(id, "supervisor")).isInstanceOf(AccessDeniedException.class);
        assertThat(file.state(id)).isEqualTo(CaseState.FOUND);

        serve(id, "150502.officer");

        assertThat(file.state(id)).isEqualTo(CaseState.ORDERED);
        assertThat(file.isolation(id).order())
                .isEqualTo(new Delivery(file.now(), "150502.officer", DeliveryManner.FAMILY, "由家属代收"));
        assertThatThrownBy(() -> serve(id, "150502.officer")).isInstanceOf(StateConflictException.class);
    }

    @Test
    void aHomeThatIsNotSuitableMeansASiteAndAHomeNeedsSupplies() {
        UUID id = found();
        serve(id, "150502.officer");
        var officer = file.actor("150502.officer");
        assertThatThrownBy(() -> desk.settle(id, new Lodging(false, false, null, null), officer, file.now()))
                .isInstanceOf(FaultsException.class);
        assertThatThrownBy(() -> desk.settle(id, new Lodging(true, false, null, null), officer, file.now()))
                .isInstanceOf(FaultsException.class);

        desk.settle(id, new Lodging(false, false, "示例隔离点", "A-101"), officer, file.now());

        assertThat(file.isolation(id).measure().kind()).isEqualTo(IsolationKind.CENTRAL);
        assertThat(file.isolation(id).settlement())
                .isEqualTo(new Isolation.Settlement(file.now(), "150502.officer", "示例隔离点", "A-101"));
        assertThat(file.journal(id)).endsWith("case.isolated.site");
    }

    @Test
    void symptomsSendHerToAHospital() {
        UUID id = settled();
        desk.symptomsReported(id, "150502.officer", file.now());
        assertThat(file.isolation(id).measure().kind()).isEqualTo(IsolationKind.HOSPITAL);
        assertThat(file.isolation(id).symptomsAt()).isEqualTo(file.now());
        assertThat(file.journal(id)).endsWith("case.symptoms");
    }

    @Test
    void onlyALeaderOfHerPlaceReleasesEarlyAndOnlyWithAReason() {
        UUID id = settled();
        assertThatThrownBy(() -> desk.release(id, "理由", file.actor("150502.officer"), file.now()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.release(id, "理由", file.actor("150521.leader"), file.now()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk.release(id, " ", file.actor("150502.leader"), file.now()))
                .isInstanceOf(FaultsException.class);

        desk.release(id, "家中变故", file.actor("150502.leader"), file.now());

        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);
        assertThat(file.isolation(id).decision()).satisfies(why -> {
            assertThat(why).isNotNull();
            assertThat(why == null ? null : why.by()).isEqualTo("150502.leader");
        });
    }

    @Test
    void aCarerOfTheSameCountyGetsTheOpenTasksToo() {
        UUID id = found();
        var officer = file.actor("150502.officer");
        assertThatThrownBy(() -> desk.assign(List.of(id), "150521", officer, file.now()))
                .isInstanceOf(FaultsException.class);
        assertThatThrownBy(() -> desk.assign(List.of(id), "150502", file.actor("150521.officer"), file.now()))
                .isInstanceOf(NotFoundException.class);

        desk.assign(List.of(id), "150502-HEALTH", officer, file.now());

        assertThat(file.registered(id).carer()).isEqualTo("150502-HEALTH");
        assertThat(file.tasks(id)).containsExactly("Task_ServeOrder 150502-HEALTH/COMMUNITY");
        assertThat(file.journal(id)).endsWith("case.assigned");
    }

    @Test
    void aCaseGoesToAnotherDivisionWithItsTasksAndLeavesATrailOnBothSides() {
        UUID id = settled();
        var officer = file.actor("150502.officer");
        assertThatThrownBy(() -> desk.transfer(id, "150502", "搬家", officer, file.now()))
                .isInstanceOf(FaultsException.class);
        assertThatThrownBy(() -> desk.transfer(id, "150523", "", officer, file.now()))
                .isInstanceOf(FaultsException.class);

        desk.transfer(id, "150523", "搬到开鲁县居住", officer, file.now());

        assertThat(file.registered(id).organization()).isEqualTo("150523");
        assertThat(file.registered(id).marks()).contains(CaseMark.MOVED);
        assertThat(file.journal(id)).endsWith("case.moved", "case.received");
        assertThat(file.told(id, "case.moved")).contains("150523.officer");
        assertThatThrownBy(() -> desk.end(id, "理由", file.actor("150502.leader"), file.now()))
                .isInstanceOf(NotFoundException.class);
        desk.end(id, "测试结束", file.actor("150523.leader"), file.now());
    }

    @Test
    void thePageShowsTheMeasureAndTakesALeadersDecision() throws Exception {
        UUID id = settled();
        mvc.perform(get("/cases/{id}", id).with(user("150502.leader")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("居家隔离，7 天")))
                .andExpect(content().string(Matchers.containsString("等待隔离期满")))
                .andExpect(content().string(Matchers.containsString("决定解除")));
        mvc.perform(get("/cases/{id}", id).with(user("150521.leader"))).andExpect(status().isNotFound());
        mvc.perform(post("/cases/{id}/release", id).param("reason", "家中变故").with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(file.state(id)).isEqualTo(CaseState.ISOLATED);

        mvc.perform(post("/cases/{id}/release", id)
                        .param("reason", "家中变故")
                        .with(user("150502.leader"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/cases/" + id));

        assertThat(file.state(id)).isEqualTo(CaseState.RELEASED);
    }

    @Test
    void theAnswerAboutACaseTellsIsolationAndDecision() throws Exception {
        UUID id = settled();
        mvc.perform(get("/api/v1/cases/{id}", id)).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/v1/cases/{id}", id).with(httpBasic("150502.officer", DemoAccounts.PASSWORD)))
                .andExpect(jsonPath("$.isolation.kind").value("HOME"))
                .andExpect(jsonPath("$.isolation.until").isNotEmpty())
                .andExpect(jsonPath("$.decision").isEmpty());
        desk.release(id, "家中变故", file.actor("150502.leader"), file.now());
        mvc.perform(get("/api/v1/cases/{id}", id).with(httpBasic("150502.officer", DemoAccounts.PASSWORD)))
                .andExpect(jsonPath("$.state").value("RELEASED"))
                .andExpect(jsonPath("$.decision").value(Matchers.containsString("家中变故")));
    }
}
