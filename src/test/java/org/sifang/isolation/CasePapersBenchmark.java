package org.sifang.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeView;
import org.sifang.organization.Actor;
import org.sifang.screening.FoundCases;
import org.springframework.beans.factory.annotation.Autowired;

/** How long a thousand papers take, from the order to the last sealed file. */
@Tag("bench")
@SifangTest
class CasePapersBenchmark {

    private static final int PEOPLE = 1_000;

    @Autowired
    IsolationFile file;

    @Autowired
    PaperJobs jobs;

    @Autowired
    FoundCases found;

    @AfterEach
    void end() {
        file.close();
    }

    @Test
    void aThousandPapersInOneJob() {
        NoticeView notice = file.issue(SmallMeasure.of(IsolationKind.HOME).days(14));
        List<UUID> cases = file.found(notice, "150502", PEOPLE, 30);
        Actor officer = file.actor("150502.officer");
        long begun = System.nanoTime();

        UUID id = jobs.order(PaperKind.ORDER, found.find(cases), officer, file.now());
        await().atMost(Duration.ofMinutes(15))
                .until(() -> jobs.require(id, officer).state() == PaperJob.State.DONE);

        double seconds = (System.nanoTime() - begun) / 1e9;
        List<PaperJob.File> files = jobs.files(jobs.require(id, officer));
        assertThat(files.stream().mapToInt(PaperJob.File::people).sum()).isEqualTo(PEOPLE);
        System.out.printf(
                "%,d papers in one job: %.1f s, %.0f a second, %d files of %,d KB in all%n",
                PEOPLE,
                seconds,
                PEOPLE / seconds,
                files.size(),
                files.stream().mapToLong(PaperJob.File::size).sum() >> 10);
    }
}
