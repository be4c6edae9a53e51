package org.sifang.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sifang.TestDatabase;
import org.sifang.database.OwnPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A real application is killed while it opens cases; the next one opens the rest, and none twice. */
@Timeout(480)
class KilledOpeningTests {

    private static final int PEOPLE = 6_000;

    @TempDir
    private Path home;

    private final List<Process> children = new ArrayList<>();
    private final DriverManagerDataSource database = (DriverManagerDataSource) TestDatabase.migrated();
    private final JdbcClient jdbc = JdbcClient.create((DataSource) database);

    @AfterEach
    void endThem() throws InterruptedException {
        for (Process child : children) {
            child.destroyForcibly().waitFor();
        }
    }

    @Test
    void noCaseIsLostOrOpenedTwice() throws Exception {
        Process killed = start();
        int before = openedAtLeast(killed, PEOPLE / 10);
        killed.destroyForcibly().waitFor();
        assertThat(killed.exitValue()).isEqualTo(128 + 9);
        int open = count("person_case c where not exists (select 1 from case_waiting w where w.person_case = c.id)");
        assertThat(open).isBetween(before, PEOPLE - 1);
        everyOpenedCaseIsOnItsWay(open);

        // On a shared server the jobs of a killed node are free when their locks have run out, in five minutes: now.
        jdbc.sql("update act_ru_job set lock_exp_time_ = now() - interval '1 minute' where lock_owner_ is not null")
                .update();
        openedAtLeast(start(), PEOPLE);

        everyOpenedCaseIsOnItsWay(PEOPLE);
        assertThat(jdbc.sql("select sum(opened) from case_opening_chunk")
                        .query(Integer.class)
                        .single())
                .isEqualTo(PEOPLE);
    }

    private void everyOpenedCaseIsOnItsWay(int number) {
        assertThat(count("isolation_case")).isEqualTo(number);
        assertThat(count("(select distinct business_key_ from act_ru_execution e"
                        + " join act_re_procdef p on p.id_ = e.proc_def_id_ and p.key_ = 'person-case'"
                        + " where e.parent_id_ is null) started"))
                .isEqualTo(number);
        assertThat(count("act_ru_task where task_def_key_ = 'Task_ServeOrder'")).isEqualTo(number);
        assertThat(count("work_item where task_key = 'Task_ServeOrder'")).isEqualTo(number);
        assertThat(count("journal_entry where action = 'case.opened'")).isEqualTo(number);
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private Process start() throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpeningChild.class.getName(),
                        Integer.toString(PEOPLE),
                        "--spring.datasource.url=" + database.getUrl(),
                        "--spring.datasource.username=" + OwnPostgres.USER,
                        "--spring.datasource.password=" + database.getPassword(),
                        "--sifang.demo=true",
                        "--sifang.data=" + home,
                        "--server.port=0",
                        "--logging.level.root=warn")
                .directory(home.toFile()) // elsewhere, as the class path may name the present folder, where the models
                // lie too
                .redirectError(home.resolve("child.err").toFile())
                .start();
        children.add(child);
        return child;
    }

    private int openedAtLeast(Process child, int wanted) throws IOException {
        BufferedReader output = child.inputReader();
        int opened = 0;
        StringBuilder said = new StringBuilder();
        while (opened < wanted) {
            String line = output.readLine();
            assertThat(line)
                    .as(said + Files.readString(home.resolve("child.err")))
                    .isNotNull();
            if (line.startsWith("opened ")) {
                opened = Integer.parseInt(line.substring("opened ".length()));
            } else {
                said.append(line).append('\n');
            }
        }
        return opened;
    }
}
