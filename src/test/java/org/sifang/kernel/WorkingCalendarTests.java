package org.sifang.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ByteArrayResource;

@NullMarked
class WorkingCalendarTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendar calendar = WorkingCalendar.shipped();

    @ParameterizedTest
    @CsvSource({
        "2020-09-27, true, a Sunday worked for the National Day holiday",
        "2020-09-30, true, the day before it",
        "2020-10-01, false, its first day",
        "2020-10-08, false, its eighth day, a Thursday",
        "2020-10-09, true, the Friday after it",
        "2020-10-10, true, a Saturday worked for it",
        "2020-10-11, false, an ordinary Sunday",
        "2020-01-31, false, the Spring Festival that was prolonged",
        "2020-02-01, false, a Saturday first to be worked",
        "2020-02-03, true, the first day after it",
        "2022-12-31, false, New Year of 2023 begins the year before",
        "2023-09-28, true, the day before Mid-Autumn",
        "2024-02-18, true, a Sunday worked for the Spring Festival",
        "2025-10-08, false, Mid-Autumn and National Day together again",
        "2026-02-23, false, the ninth day of the Spring Festival",
        "2026-02-28, true, a Saturday worked for it",
    })
    void knowsTheDaysThatTheStateCouncilAnnounced(LocalDate day, boolean working, String why) {
        assertThat(calendar.isWorkingDay(day)).as(why).isEqualTo(working);
    }

    /** What the announcements come to: statutory holidays fall on days that are worked otherwise, or are made up for. */
    @ParameterizedTest
    @CsvSource({"2021, 250", "2022, 249", "2023, 249", "2024, 251", "2025, 248", "2026, 248"})
    void comesToAPlausibleYear(int year, int workingDays) {
        long days = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(calendar::isWorkingDay)
                .count();
        assertThat(days).isEqualTo(workingDays);
    }

    static Stream<Integer> shippedYears() {
        return IntStream.rangeClosed(2020, 2026).boxed();
    }

    @ParameterizedTest
    @MethodSource("shippedYears")
    void namesItsSourceForEveryYear(int year) {
        assertThat(calendar.source(year))
                .hasValueSatisfying(source -> assertThat(source).startsWith("国办发明电〔" + (year - 1) + "〕"));
    }

    @Test
    void letsAPeriodOfFiveWorkingDaysPassTheNationalDayHoliday() {
        Instant end = calendar.plusWorkingDays(at("2020-09-29T10:15+08:00"), 5, SHANGHAI);

        // 30 September, 9, 10 (a Saturday worked), 12 and 13 October.
        assertThat(end).isEqualTo(at("2020-10-14T00:00+08:00"));
    }

    @Test
    void doesNotCountTheDayOnWhichAPeriodBegins() {
        assertThat(calendar.plusWorkingDays(at("2020-10-12T00:00+08:00"), 1, SHANGHAI))
                .isEqualTo(calendar.plusWorkingDays(at("2020-10-12T23:59+08:00"), 1, SHANGHAI))
                .isEqualTo(at("2020-10-14T00:00+08:00"));
    }

    @Test
    void takesTheDayOfTheZoneNotThatOfGreenwich() {
        assertThat(calendar.plusWorkingDays(at("2020-10-12T17:00Z"), 1, SHANGHAI))
                .isEqualTo(at("2020-10-15T00:00+08:00"));
    }

    @Test
    void saysHowManyWorkingDaysAreLeft() {
        Instant end = calendar.plusWorkingDays(at("2020-09-29T10:15+08:00"), 5, SHANGHAI);

        assertThat(calendar.workingDaysLeft(at("2020-09-29T10:15+08:00"), end, SHANGHAI))
                .isEqualTo(5);
        assertThat(calendar.workingDaysLeft(at("2020-10-04T10:15+08:00"), end, SHANGHAI))
                .isEqualTo(4);
        assertThat(calendar.workingDaysLeft(at("2020-10-13T10:15+08:00"), end, SHANGHAI))
                .isZero();
        assertThat(calendar.workingDaysLeft(at("2020-11-13T10:15+08:00"), end, SHANGHAI))
                .isZero();
    }

    @Test
    void countsMondayToFridayInAYearNotAnnouncedYet() {
        LocalDate monday = LocalDate.of(2031, 3, 3);

        assertThat(monday.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(calendar.source(2031)).isEmpty();
        assertThat(calendar.isWorkingDay(monday)).isTrue();
        assertThat(calendar.isWorkingDay(monday.minusDays(1))).isFalse();
    }

    @Test
    void takesTheHolidaysOfTheLawOffInAYearNotAnnouncedYet() {
        assertThat(LocalDate.of(2027, 10, 1).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 4))).isTrue();
        assertThat(calendar.plusWorkingDays(at("2027-09-28T10:00+08:00"), 5, SHANGHAI))
                .isEqualTo(at("2027-10-07T00:00+08:00"));
    }

    @Test
    void readsANewYearFromAFileOfTheInstallation() {
        WorkingCalendar next = new WorkingCalendar(new ByteArrayResource("""
                years:
                  2031:
                    source: 示例文件
                    holidays: {元旦: [2031-01-01/2031-01-03]}
                    worked: [2031-01-05]
                """.getBytes(StandardCharsets.UTF_8)));

        assertThat(next.isWorkingDay(LocalDate.of(2031, 1, 2))).isFalse();
        assertThat(next.isWorkingDay(LocalDate.of(2031, 1, 5))).isTrue();
        assertThat(next.source(2031)).contains("示例文件");
    }

    @Test
    void refusesAPeriodWithoutADay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> calendar.plusWorkingDays(at("2020-10-12T00:00+08:00"), 0, SHANGHAI));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
