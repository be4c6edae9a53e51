package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.OrganizationKind;
import org.sifang.organization.OrganizationLevel;

class SeedNoticesTests {

    @Test
    void tongliaoOrdersTheStockBy21AndTheNewPeopleBy18EveryDay() {
        NoticeDefinition notice = Definitions.tongliao();

        assertThat(notice.issuer()).isEqualTo("150500");
        Obligation stock = notice.obligation("stock").orElseThrow();
        assertThat(stock.kind()).isEqualTo(ObligationKind.STOCK_REPORT);
        assertThat(stock.due()).isEqualTo(Instant.parse("2020-10-12T13:00:00Z"));
        assertThat(stock.clause()).isEqualTo("三(三)");
        Obligation daily = notice.obligation("daily").orElseThrow();
        assertThat(daily.kind()).isEqualTo(ObligationKind.DAILY_REPORT);
        assertThat(daily.dueDaily()).isEqualTo(LocalTime.of(18, 0));
        assertThat(daily.from()).isEqualTo("2020-10-13");
        assertThat(notice.obligations().stream().filter(o -> o.addressees().equals(stock.addressees())))
                .as("what the county commands owe")
                .extracting(Obligation::code)
                .containsExactly("stock", "daily");
    }

    @Test
    void tongliaoLooksForFourCategoriesSince27SeptemberTestedOnceAtTheirOwnCost() {
        NoticeDefinition notice = Definitions.tongliao();

        assertThat(notice.categories()).hasSize(4).allSatisfy(category -> {
            assertThat(category.since()).isEqualTo("2020-09-27");
            assertThat(category.clause()).isEqualTo("三(一)");
            Measure measure = notice.measureOf(category);
            assertThat(measure.isolation()).isEqualTo(IsolationKind.HOME);
            assertThat(measure.release()).isEqualTo(ReleaseRule.ALL_NEGATIVE);
            assertThat(measure.tests()).containsExactly(new TestPlan(0, Payer.SELF, Duration.ofHours(24)));
        });
        assertThat(notice.clauses())
                .extracting(Clause::ref)
                .containsExactly("一", "二", "三(一)", "三(二)", "三(三)", "四", "五(一)", "五(二)");
    }

    @Test
    void tongliaoHasHospitalsInspectedByTheHealthDepartmentsOfBothLevels() {
        Obligation hospitals = Definitions.tongliao().obligation("hospitals").orElseThrow();

        assertThat(hospitals.kind()).isEqualTo(ObligationKind.INSPECTION);
        assertThat(hospitals.addressees().kinds()).containsExactly(OrganizationKind.DEPARTMENT);
        assertThat(hospitals.addressees().sectors()).containsExactly("HEALTH");
        assertThat(hospitals.addressees().levels()).containsExactly(OrganizationLevel.CITY, OrganizationLevel.COUNTY);
        assertThat(hospitals.targets()).isNotNull().satisfies(targets -> {
            assertThat(targets.kinds()).containsExactly(OrganizationKind.MEDICAL);
            assertThat(targets.minimumGrade()).isEqualTo(2);
        });
    }

    @Test
    void chifengChargesPlacesSeventeenDepartmentsAndUnits() {
        NoticeDefinition notice = Definitions.chifeng();

        assertThat(notice.number()).isEqualTo("赤防指字〔2021〕6号");
        assertThat(notice.issuedAt()).isEqualTo(Instant.parse("2021-01-08T16:00:00Z"));
        assertThat(notice.categories()).isEmpty();
        assertThat(notice.obligations().stream().filter(o -> o.clause().equals("二")))
                .isNotEmpty()
                .allSatisfy(
                        o -> assertThat(o.addressees().sectors()).containsExactlyElementsOf(DefinitionReader.SECTORS));
        assertThat(notice.obligations())
                .extracting(Obligation::kind)
                .contains(
                        ObligationKind.DOCUMENT,
                        ObligationKind.INVENTORY,
                        ObligationKind.DRILL,
                        ObligationKind.SELF_CHECK,
                        ObligationKind.INSPECTION,
                        ObligationKind.CONFIRM);
    }

    @Test
    void secondNoticeHasOtherHoursCategoriesAndLadders() {
        NoticeDefinition notice = Definitions.second();

        assertThat(notice.issuer()).isEqualTo("150400");
        Obligation daily = notice.obligation("morning-report").orElseThrow();
        assertThat(daily.dueDaily()).as("an hour without quotes").isEqualTo(LocalTime.of(11, 30));
        assertThat(daily.opensOn(LocalDate.of(2022, 3, 6), Definitions.SHANGHAI))
                .isEqualTo(Instant.parse("2022-03-05T22:00:00Z"));
        assertThat(notice.ladderOf(notice.obligation("attendance").orElseThrow())
                        .rungs())
                .hasSize(2);
    }

    @Test
    void secondNoticeIsTheExampleOfTheReference() throws IOException {
        assertThat(Files.readString(Path.of("src/docs/notice-format.md"))).contains(Definitions.secondText());
    }

    @Test
    void libraryKnowsItsNoticesOnly() {
        NoticeLibrary library = new NoticeLibrary(new DefinitionReader());

        assertThat(library.names())
                .allSatisfy(name -> assertThat(library.definition(name).title()).isNotBlank());
        assertThatThrownBy(() -> library.text("../application")).isInstanceOf(NotFoundException.class);
    }
}
