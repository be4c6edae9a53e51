package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sifang.database.OwnPostgres;
import org.sifang.person.Document;
import org.sifang.person.DocumentType;
import org.sifang.person.FoundPerson;
import org.sifang.person.IdentityNumbers;
import org.sifang.person.PersonName;
import org.sifang.person.PhoneNumber;
import org.sifang.person.Sex;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Rows a second of an import, from the uploaded .xlsx to the committed cases, on a PostgreSQL that syncs every commit; and
 * beside it, in the same run, the plain way: one transaction for each person.
 */
@Tag("bench")
class ScreeningImportBenchmark {

    private static final int OPPONENT_ROWS = 3_000;

    /** Each twentieth row has faults. */
    private static final int FAULTY = 20;

    @Test
    void importBesideOneTransactionForEachPerson(@TempDir Path folder) throws IOException {
        try (OwnPostgres server = OwnPostgres.start(
                        folder.resolve("postgres"),
                        Path.of("target", "postgresql"),
                        ZoneId.of("Asia/Shanghai"),
                        Map.of());
                ScreeningFixture house = new ScreeningFixture(folder, migrated(server), true)) {
            run(house, "warming up", 10_000);
            double small = run(house, "10,000 rows", 10_000);
            double large = run(house, "100,000 rows", 100_000);
            double again = again(house);
            double single = oneTransactionEach(house);
            System.out.printf(
                    "one transaction for each person: %,.0f rows/s; the import is %.1f times (10,000 rows), %.1f times"
                            + " (100,000 rows), %.1f times (100,000 known rows) as fast%n",
                    single, small / single, large / single, again / single);
            assertThat(small).isGreaterThan(2 * single);
        }
    }

    private static DriverManagerDataSource migrated(OwnPostgres server) {
        DriverManagerDataSource database = new DriverManagerDataSource(
                server.url(OwnPostgres.DATABASE) + "?reWriteBatchedInserts=true", OwnPostgres.USER, server.password());
        Flyway.configure().dataSource(database).load().migrate();
        return database;
    }

    private static double run(ScreeningFixture house, String name, int rows) throws IOException {
        house.empty();
        byte[] sheet = sheet(rows);
        return read(house, name, rows, sheet);
    }

    private static double again(ScreeningFixture house) throws IOException {
        byte[] sheet = sheet(100_000);
        return read(house, "100,000 rows again", 100_000, sheet);
    }

    private static double read(ScreeningFixture house, String name, int rows, byte[] sheet) {
        long start = System.nanoTime();
        UUID id = house.upload("150502", sheet);
        Duration upload = Duration.ofNanos(System.nanoTime() - start);
        house.read(() -> false);
        Duration all = Duration.ofNanos(System.nanoTime() - start);
        SheetImport done = house.imports.find(id).orElseThrow();
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.tally().rows()).isEqualTo(rows);
        assertThat(done.tally().rejected()).isEqualTo(rows / FAULTY);
        double rate = rows * 1000.0 / all.toMillis();
        Runtime jvm = Runtime.getRuntime();
        System.out.printf(
                "%s (%,d KB): %,.0f rows/s, %.2f s in all, %.2f s of it at the door; heap %d of %d MB%n",
                name,
                sheet.length >> 10,
                rate,
                all.toMillis() / 1000.0,
                upload.toMillis() / 1000.0,
                (jvm.totalMemory() - jvm.freeMemory()) >> 20,
                jvm.maxMemory() >> 20);
        return rate;
    }

    private static double oneTransactionEach(ScreeningFixture house) {
        house.empty();
        Register.Source source = new Register.Source(
                ScreeningFixture.NOTICE.id(),
                house.organizations.require("150502"),
                UUID.randomUUID(),
                "150502.officer");
        long start = System.nanoTime();
        for (int number = 0; number < OPPONENT_ROWS; number++) {
            Candidate candidate = candidate(number);
            house.transaction.executeWithoutResult(
                    status -> house.register.register(source, List.of(candidate), ScreeningFixture.NOON));
        }
        return OPPONENT_ROWS * 1e9 / (System.nanoTime() - start);
    }

    private static Candidate candidate(int number) {
        List<String> row = SheetImportTests.person(number, "19900000001");
        return new Candidate(
                new FoundPerson(
                        new Document(DocumentType.ID_CARD, row.get(3)),
                        PersonName.of(row.get(0)),
                        Sex.read(row.get(1)).orElseThrow(),
                        Integer.valueOf(row.get(2)),
                        PhoneNumber.of(row.get(4)),
                        row.get(5)),
                "QD-STAY");
    }

    private static byte[] sheet(int rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("人员");
            write(sheet, 0, Workbooks.HEADINGS);
            for (int row = 1; row <= rows; row++) {
                List<String> person = row % FAULTY == 0
                        ? List.of("某", "?", "x", IdentityNumbers.of(LocalDate.of(1990, 1, 1), 1) + "1", "123", "", "别的")
                        : SheetImportTests.person(row, "199%08d".formatted(row));
                write(sheet, row, person);
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        return out.toByteArray();
    }

    private static void write(Worksheet sheet, int row, List<String> values) {
        for (int column = 0; column < values.size(); column++) {
            sheet.value(row, column, values.get(column));
        }
    }
}
