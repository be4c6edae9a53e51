package org.sifang.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.inspection.Ranking.Order;
import org.sifang.notice.CaseFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The register of an organisation and the comparison: who sees them, and that nothing is divided by nothing. */
@SifangTest
class UnitDoorsTests {

    private static final String UNIT = "150581-U1";
    private static final String CONTACT = "150581.u1";

    @Autowired
    MockMvc http;

    @Autowired
    CaseFile file;

    @Autowired
    FindingStage stage;

    @Autowired
    Rankings rankings;

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void theRegisterIsForThePlaceTheLineAndTheUnitItself() throws Exception {
        Finding finding = stage.found(null, UNIT, "register");
        stage.order(finding, file.now().plus(Duration.ofHours(2)));
        file.later(Duration.ofHours(2));
        for (String reader :
                List.of(CONTACT, "150581.officer", "150581.education", "150500.education", "city.officer")) {
            http.perform(get("/inspections/units/{code}", UNIT).with(user(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("/inspections/findings/" + finding.id())))
                    .andExpect(content().string(containsString("整改逾期")));
        }
        for (String stranger : List.of("150524.officer", "150581.health", "150500.health", "150524.u1", "lab")) {
            http.perform(get("/inspections/units/{code}", UNIT).with(user(stranger)))
                    .andExpect(status().isNotFound());
        }
        http.perform(get("/inspections/units/{code}", "nobody").with(user("city.officer")))
                .andExpect(status().isNotFound());
        http.perform(get("/inspections/units/{code}", UNIT)).andExpect(redirectedUrl("/login"));
        http.perform(get("/inspections/rankings")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void theComparisonIsCutToWhatItsReaderMaySee() throws Exception {
        stage.found(null, UNIT, "compare");
        http.perform(get("/inspections/rankings?counties=false").with(user("150581.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/inspections/units/" + UNIT)));
        http.perform(get("/inspections/rankings?counties=false").with(user("150524.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(UNIT))));
        for (Order order : Order.values()) {
            http.perform(get("/inspections/rankings")
                            .param("order", order.name())
                            .with(user("city.officer")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("organisation=150581")));
        }
    }

    @Test
    void whatHasNothingToDivideByStandsLastAndUnranked() {
        Finding late = stage.found(null, "150581-U2", "late");
        stage.order(late, file.now().plus(Duration.ofHours(1)));
        file.later(Duration.ofHours(1));
        Finding mended = stage.mended(stage.found(null, "150581-U3", "mended"), "150581.u3");
        Finding open = stage.found(null, "150581-H2", "open");
        assertThat(mended.state()).isEqualTo(FindingState.CLOSED);

        List<Ranking> ranked = rankings.of(false, Order.IN_TIME, file.actor("150581.officer"));
        List<String> codes = ranked.stream().map(Ranking::code).toList();
        assertThat(codes).containsSubsequence("150581-U2", "150581-U3", "150581-H2");
        assertThat(ranked)
                .filteredOn(one -> one.code().equals(open.organization()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rounds()).isZero();
                    assertThat(one.findings()).isPositive();
                });
    }
}
