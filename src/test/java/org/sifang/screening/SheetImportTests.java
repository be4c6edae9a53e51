package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.sifang.screening.ScreeningFixture.NOON;
import static org.sifang.screening.ScreeningFixture.NOTICE;
import static org.sifang.screening.ScreeningFixture.actor;
import static org.sifang.screening.ScreeningFixture.officer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sifang.journal.Entry;
import org.sifang.kernel.Fault;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Role;
import org.sifang.person.IdentityNumbers;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.access.AccessDeniedException;

class SheetImportTests {

    private static ScreeningFixture house;

    @BeforeAll
    static void open(@TempDir Path folder) {
        house = new ScreeningFixture(folder);
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @BeforeEach
    void empty() {
        house.empty();
    }

    @Test
    void everyRowIsCountedOnceAndEveryFaultTold() {
        List<List<String>> rows = new ArrayList<>(List.of(Workbooks.HEADINGS));
        rows.add(person(1, "19900000001"));
        rows.add(person(2, "19900000002"));
        rows.add(List.of("张某", "", "30", "150502199001011", "12345", "示例街道1号", "别的"));
        rows.add(replaced(person(3, "19900000003"), 1, "女"));
        rows.add(person(1, "19900000001"));
        rows.add(person(2, "19900000009"));

        SheetImport done = house.run("150502", Workbooks.of(rows));

        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.tally()).isEqualTo(new Tally(6, 2, 0, 1, 2, 1, 3));
        List<RowResult> remarks = house.sheets.remarks(done.id(), null, 200);
        assertThat(remarks).extracting(RowResult::number).containsExactly(4, 5, 7);
        assertThat(remarks.get(0).reasons())
                .extracting(Fault::code)
                .containsExactly(
                        "fault.screening.required.SEX",
                        "fault.person.id.old",
                        "fault.person.phone",
                        "fault.screening.category");
        assertThat(remarks.get(1).reasons()).containsExactly(Fault.at("sex", "fault.screening.contradiction.sex"));
        assertThat(remarks.get(2).reasons()).containsExactly(Fault.at("document", "fault.screening.conflict.row", 3));
        assertThat(house.count("person_case")).isEqualTo(3);
        assertThat(house.events).containsExactly(new PeopleFound(NOTICE.id(), "150502", done.id(), 3));
        assertThat(house.journaled).extracting(Entry::action).containsExactly("import.uploaded", "import.finished");
    }

    @Test
    void theSameSheetAgainChangesNothingAndSaysSo() {
        List<List<String>> rows = new ArrayList<>(List.of(Workbooks.HEADINGS));
        rows.add(person(1, "19900000001"));
        rows.add(replaced(person(3, "19900000003"), 1, "女"));
        rows.add(replaced(person(4, "19900000003"), 4, ""));
        byte[] sheet = Workbooks.of(rows);

        house.run("150502", sheet);
        String before = dump();
        SheetImport again = house.run("150502", sheet);

        assertThat(again.tally()).isEqualTo(new Tally(3, 0, 0, 2, 0, 1, 0));
        assertThat(again.tally().changedNothing()).isTrue();
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aCorrectedSheetUpdatesAndTakesTheMarkAway() {
        house.run("150502", sheet(replaced(person(3, "19900000003"), 1, "女")));
        assertThat(marks()).containsExactly("{CONTRADICTION}");

        SheetImport corrected = house.run("150502", sheet(person(3, "19900000003")));
        assertThat(corrected.tally()).isEqualTo(new Tally(1, 0, 1, 0, 0, 0, 0));
        assertThat(marks()).containsExactly("{}");

        SheetImport moved = house.run("150502", sheet(replaced(person(3, "19900000003"), 6, "胸科医院接触")));
        assertThat(moved.tally().updated()).isEqualTo(1);
        assertThat(house.jdbc
                        .sql("select category from person_case")
                        .query(String.class)
                        .list())
                .containsExactly("QD-HOSPITAL");
    }

    @Test
    void aPersonOfAnotherCountyStaysThereAndBothCanSeeIt() {
        house.run("150502", sheet(person(1, "19900000001")));

        SheetImport other = house.run("150521", sheet(person(1, "19900000002")));

        assertThat(other.tally()).isEqualTo(new Tally(1, 0, 0, 0, 1, 0, 0));
        assertThat(house.sheets.remarks(other.id(), null, 10).get(0).reasons())
                .containsExactly(Fault.at("document", "fault.screening.conflict.elsewhere", "科尔沁区指挥部"));
        assertThat(house.jdbc
                        .sql("select organization || marks::text from person_case")
                        .query(String.class)
                        .list())
                .containsExactly("150502{ALSO_ELSEWHERE}");
        assertThat(house.jdbc
                        .sql("select organization from case_sighting")
                        .query(String.class)
                        .list())
                .containsExactly("150521");
        assertThat(house.jdbc
                        .sql("select organization from person_holder")
                        .query(String.class)
                        .list())
                .containsExactly("150502");
        assertThat(house.events).hasSize(1);
    }

    @Test
    void aCommunityAndItsCountyDoNotConflict() {
        house.run("150502", sheet(person(1, "19900000001")));
        UUID id = house.sheets.accept(
                NOTICE.number(),
                "C1",
                "人员.csv",
                new ByteArrayResource(sheet(person(1, "19900000002"))),
                actor("C1", "150502001003", Role.COMMUNITY),
                NOON);
        house.read(() -> false);

        assertThat(house.imports.find(id).orElseThrow().tally().updated()).isEqualTo(1);
        assertThat(house.count("person_case")).isEqualTo(1);
    }

    @Test
    void anotherNameForTheSameDocumentIsAConflictAndChangesNothing() {
        house.run("150502", sheet(person(1, "19900000001")));

        SheetImport other = house.run("150502", sheet(replaced(person(1, "19900000001"), 0, "另一人")));

        assertThat(other.tally().conflicting()).isEqualTo(1);
        assertThat(house.sheets.remarks(other.id(), null, 10).get(0).reasons())
                .containsExactly(Fault.at("name", "fault.screening.conflict.name"));
    }

    @Test
    void aReaderKilledBetweenTwoChunksLosesNothingAndTheNextGoesOn() {
        UUID id = house.upload("150502", many(2_500, true));
        // Killed after its first chunk: it never comes back, and its lease runs out.
        ScreeningFixture.Reader killed = new ScreeningFixture.Reader(Ids.next(), Duration.ZERO, () -> {
            throw new KilledError();
        });
        SheetImport claimed = house.imports.claim(killed.id(), killed.lease()).orElseThrow();
        assertThatExceptionOfType(KilledError.class).isThrownBy(() -> house.intake.read(claimed, killed));

        SheetImport between = house.imports.find(id).orElseThrow();
        assertThat(between.state()).isEqualTo(ImportState.RUNNING);
        assertThat(between.tally().rows()).isEqualTo(1_000);
        assertThat(house.count("person_case")).isEqualTo(between.tally().cases());

        house.read(() -> false);
        SheetImport done = house.imports.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.tally()).isEqualTo(new Tally(2_501, 2_500, 0, 1, 0, 0, 2_500));
        assertThat(house.count("person_case")).isEqualTo(2_500);
        assertThat(house.events).hasSize(1);
    }

    @Test
    void aReaderThatWasTakenForDeadDoesNotCountTwice() {
        UUID id = house.upload("150502", many(2_500, false));
        ScreeningFixture.Reader slow = new ScreeningFixture.Reader(Ids.next(), Duration.ZERO, new Takeover()::stop);
        SheetImport claimed = house.imports.claim(slow.id(), slow.lease()).orElseThrow();

        house.intake.read(claimed, slow);

        assertThat(house.imports.find(id).orElseThrow().tally()).isEqualTo(new Tally(2_500, 2_500, 0, 0, 0, 0, 2_500));
        assertThat(house.count("person_case")).isEqualTo(2_500);
        assertThat(house.events).hasSize(1);
    }

    /** While the slow reader pauses behind its first chunk, another one reads the sheet to its end. */
    private static final class Takeover {

        private final AtomicInteger pauses = new AtomicInteger();

        boolean stop() {
            if (pauses.getAndIncrement() == 0) {
                house.read(() -> false);
            }
            return false;
        }
    }

    @Test
    void aWorkerThatIsStoppedLetsGoAtOnce() {
        UUID id = house.upload("150502", many(1_500, false));
        house.read(() -> true);
        assertThat(house.imports.find(id).orElseThrow().tally().rows()).isEqualTo(1_000);

        house.read(() -> false);
        assertThat(house.imports.find(id).orElseThrow().state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void anImportThatNeverGetsFurtherEndsWithASentence() {
        UUID id = house.upload("150502", sheet(person(1, "19900000001")));
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(house.imports.claim(Ids.next(), Duration.ZERO)).isPresent();
        }
        house.read(() -> false);

        SheetImport failed = house.imports.find(id).orElseThrow();
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.failure()).extracting(Fault::code).containsExactly("fault.screening.import.interrupted");
    }

    @Test
    void aSheetThatBreaksOffFailsBehindTheRowsThatAreIn() {
        StringBuilder text = new StringBuilder(String.join(",", Workbooks.HEADINGS) + "\n");
        for (int i = 0; i < 1_200; i++) {
            text.append(String.join(",", person(i, "19900000001"))).append('\n');
        }
        text.append("\"").append("某,\n".repeat(3_000));

        SheetImport failed = house.run("150502", text.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.failure()).extracting(Fault::code).containsExactly("fault.screening.csv.quotes");
        assertThat(failed.tally().rows()).isEqualTo(1_000);
    }

    @Test
    void whatCannotBeReadIsRefusedAtTheDoor() {
        assertThatExceptionOfType(FaultsException.class)
                .isThrownBy(() -> house.upload("150502", Workbooks.of(List.of(Workbooks.HEADINGS))))
                .satisfies(refused ->
                        assertThat(refused.faults()).containsExactly(Fault.at("file", "fault.screening.file.no-rows")));
        assertThat(house.count("screening_import")).isZero();
    }

    @Test
    void onlyThoseWhoseBusinessItIsMayImport() {
        ByteArrayResource sheet = new ByteArrayResource(sheet(person(1, "19900000001")));
        String notice = NOTICE.id().toString();

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> house.sheets.accept(notice, "150502", "x", sheet, officer("150521"), NOON));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> house.sheets.accept(
                        notice, "150502", "x", sheet, actor("150502", "150502", Role.SUPERVISOR), NOON));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> house.sheets.accept("没有的通知", "150502", "x", sheet, officer("150502"), NOON));
        house.sheets.accept(notice, "150502", "x", sheet, actor("150500", "1505", Role.OFFICER), NOON);
        house.sheets.accept(notice, "150502", "x", sheet, actor("150500", "1505", Role.SERVICE), NOON);
        assertThat(house.sheets.list(null, null, officer("150502"), 0, 10).total())
                .isEqualTo(2);
        assertThat(house.sheets.list(null, null, officer("150521"), 0, 10).total())
                .isZero();
        UUID id = house.sheets
                .list(null, null, officer("150502"), 0, 10)
                .items()
                .get(0)
                .id();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> house.sheets.require(id, officer("150521")));
    }

    @Test
    void neitherTheRegisterNorTheReasonsHoldWhatStoodInTheSheet() {
        house.run(
                "150502",
                sheet(
                        person(1, "19900000001"),
                        List.of("李某某", "男", "30", IdentityNumbers.of(2), "12345", "示例街道9号", "别的类别")));

        String all = dump()
                + house.jdbc
                        .sql("select reasons from screening_row")
                        .query(String.class)
                        .list()
                + house.journaled
                + house.events
                + house.jdbc
                        .sql("select encode(sealed, 'escape') from screening_file")
                        .query(String.class)
                        .list();
        assertThat(all)
                .doesNotContain(
                        "测试某",
                        "李某某",
                        "19900000001",
                        IdentityNumbers.of(1),
                        IdentityNumbers.of(2),
                        "示例街道",
                        "12345",
                        "别的类别");
    }

    @Test
    void anUploadedSheetIsForgottenAndWhatCameOfItStays() {
        SheetImport done =
                house.run("150502", sheet(replaced(person(1, "19900000001"), 4, "1"), person(2, "19900000002")));
        assertThat(house.sheets.takeRejected(done.id(), officer("150502"), Locale.CHINA, NOON))
                .isNotEmpty();

        assertThat(house.sheets.offersRejected(done, officer("150502"))).isTrue();
        assertThat(house.store.forget(NOON)).isZero();
        assertThat(house.store.forget(NOON.plusSeconds(1))).isEqualTo(1);

        assertThat(house.sheets.offersRejected(done, officer("150502"))).isFalse();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> house.sheets.takeRejected(done.id(), officer("150502"), Locale.CHINA, NOON));
        assertThat(house.sheets.remarks(done.id(), null, 10)).hasSize(1);
        assertThat(house.count("person_case")).isEqualTo(1);
    }

    @Test
    void sheetsAreSealedAnewAfterAChangeOfTheKey() {
        UUID id = house.upload("150502", sheet(person(1, "19900000001")));
        house.rotate();

        assertThat(house.store.sealedOtherwise()).isEqualTo(1);
        int sealed = house.store.sealAnew(10);
        assertThat(sealed).isEqualTo(1);
        assertThat(house.store.sealedOtherwise()).isZero();
        house.read(() -> false);
        assertThat(house.imports.find(id).orElseThrow().tally().created()).isEqualTo(1);
    }

    private static final class KilledError extends Error {}

    private static String dump() {
        StringBuilder dump = new StringBuilder();
        for (String table : List.of("person", "person_holder", "person_case", "case_sighting")) {
            dump.append(house.jdbc
                    .sql("select row_to_json(t)::text from " + table + " t order by 1")
                    .query(String.class)
                    .list());
        }
        return dump.toString();
    }

    private static List<String> marks() {
        return house.jdbc
                .sql("select marks::text from person_case")
                .query(String.class)
                .list();
    }

    @SafeVarargs
    private static byte[] sheet(List<String>... people) {
        List<List<String>> rows = new ArrayList<>(List.of(Workbooks.HEADINGS));
        for (List<String> person : people) {
            rows.add(person);
        }
        return Workbooks.of(rows);
    }

    private static byte[] many(int count, boolean repeatFirst) {
        List<List<String>> rows = new ArrayList<>(List.of(Workbooks.HEADINGS));
        for (int i = 0; i < count; i++) {
            rows.add(person(i, "19900000001"));
        }
        if (repeatFirst) {
            rows.add(person(0, "19900000001"));
        }
        return Workbooks.of(rows);
    }

    /** A row without contradictions. */
    static List<String> person(int number, String phone) {
        LocalDate birth = LocalDate.of(1950, 1, 1).plusDays(number / 1_000);
        int age = birth.until(LocalDate.of(2020, 10, 12)).getYears();
        String sex = number % 2 == 1 ? "男" : "女";
        return List.of(
                "测试某",
                sex,
                Integer.toString(age),
                IdentityNumbers.of(number),
                phone,
                "科尔沁区示例街道" + number + "号",
                "青岛旅居");
    }

    private static List<String> replaced(List<String> row, int column, String value) {
        List<String> replaced = new ArrayList<>(row);
        replaced.set(column, value);
        return replaced;
    }
}
