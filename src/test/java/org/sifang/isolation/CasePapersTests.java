package org.sifang.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.kernel.FaultsException;
import org.sifang.kernel.Ids;
import org.sifang.kernel.StateConflictException;
import org.sifang.notice.IsolationKind;
import org.sifang.notice.NoticeView;
import org.sifang.notice.ReleaseRule;
import org.sifang.organization.Actor;
import org.sifang.screening.FoundCases;
import org.sifang.screening.PersonCase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers: what stands on them, who gets them, and that many are printed once each whatever happens meanwhile. */
@SifangTest
class CasePapersTests {

    @Autowired
    IsolationFile file;

    @Autowired
    CaseDesk desk;

    @Autowired
    CasePapers papers;

    @Autowired
    PaperJobs jobs;

    @Autowired
    PaperJobRows rows;

    @Autowired
    PaperPrinting printing;

    @Autowired
    PaperStore store;

    @Autowired
    PaperWorker worker;

    @Autowired
    FoundCases found;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MockMvc http;

    @AfterEach
    void end() {
        file.close();
    }

    private Actor officer() {
        return file.actor("150502.officer");
    }

    private NoticeView notice() {
        return file.issue(SmallMeasure.of(IsolationKind.HOME)
                .days(14)
                .test(0, 7)
                .release(ReleaseRule.DAYS_AND_NEGATIVE)
                .followUp(7));
    }

    @Test
    void anOrderSaysWhoHasToDoWhatOnWhichGround() throws IOException {
        UUID id = file.found(notice(), "150502");

        String paper = text(papers.print(id, PaperKind.ORDER, officer(), file.now()));

        assertThat(paper)
                .contains("居家隔离告知书", "测试某某", "19900000001", "科尔沁区示例社区1号", "测试类别")
                .contains("对排查出的人员落实管控。", "居家隔离，14 天", "满 14 天", "第 2 次于第 7 天后采样，费用由本人", "（印章）")
                .contains("被告知人（签字）", "科尔沁区新型冠状病毒感染肺炎防控工作指挥部", "第 1 页")
                .doesNotContain("??", "{0}");
        assertThat(file.journal(id)).contains("person.disclosed", "case.paper");
    }

    @Test
    void aReleasePaperIsThereOnceSheIsReleasedAndTellsWhy() throws IOException {
        UUID id = file.found(notice(), "150502");
        assertThatThrownBy(() -> papers.print(id, PaperKind.RELEASE, officer(), file.now()))
                .isInstanceOf(StateConflictException.class);
        desk.serveOrder(id, DeliveryManner.IN_PERSON, null, officer(), file.now());
        desk.settle(id, new CaseDesk.Lodging(true, true, null, null), officer(), file.now());
        desk.release(id, "经核实不属于该类人员", file.actor("150502.leader"), file.now());

        String paper = text(papers.print(id, PaperKind.RELEASE, officer(), file.now()));

        assertThat(paper).contains("解除居家隔离告知书", "测试某某", "经核实不属于该类人员", "随访 7 天", "凭证");
        assertThat(papers.of(file.registered(id), officer())).containsExactly(PaperKind.RELEASE);
    }

    @Test
    void onlyWhoHoldsHerGetsHerPaper() throws Exception {
        UUID id = file.found(notice(), "150502");
        String address = "/cases/" + id + "/order.pdf";

        http.perform(get(address).with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        http.perform(get(address).with(user("city.officer"))).andExpect(status().isForbidden());
        http.perform(get(address).with(user("supervisor"))).andExpect(status().isForbidden());
        for (String stranger : List.of("150521.officer", "150502.community", "150502.health", "lab")) {
            http.perform(get(address).with(user(stranger))).andExpect(status().isNotFound());
        }
        http.perform(get("/cases/" + id).with(user("150502.officer")))
                .andExpect(content().string(containsString(address)));
        http.perform(get("/cases/" + id).with(user("city.officer")))
                .andExpect(content().string(not(containsString(address))));
        desk.assign(List.of(id), "150502901001", officer(), file.now());
        http.perform(get(address).with(user("150502.community"))).andExpect(status().isOk());
    }

    @Test
    void manyAreOrderedFromTheListByItsFilterPrintedInPartsTakenAndDeleted() throws Exception {
        NoticeView notice = notice();
        int many = PaperPrinting.CHUNK + 5;
        file.found(notice, "150502", many, 30);
        String location = Objects.requireNonNull(http.perform(post("/cases/papers/order")
                        .param("all", "true")
                        .param("notice", notice.id().toString())
                        .with(user("150502.officer"))
                        .with(csrf()))
                .andExpect(redirectedUrlPattern("/cases/papers/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        UUID job = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        done(job);

        http.perform(get(location).with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("第 2 份：第 101–105 人")));
        assertThat(text(taken(location + "/2.pdf"))).contains("测试某某").doesNotContain("第 1 页");
        try (PDDocument first = Loader.loadPDF(taken(location + "/1.pdf"))) {
            assertThat(first.getNumberOfPages()).isEqualTo(PaperPrinting.CHUNK);
        }
        assertThat(sealed(job)).allSatisfy(one -> assertThat(one).doesNotContain("%PDF"));
        http.perform(get(location).with(user("150521.officer"))).andExpect(status().isNotFound());
        http.perform(get(location + "/1.pdf").with(user("150521.officer"))).andExpect(status().isNotFound());
        http.perform(get(location).with(user("city.officer"))).andExpect(status().isOk());
        http.perform(get(location + "/1.pdf").with(user("city.officer"))).andExpect(status().isForbidden());
        http.perform(get("/cases/papers").with(user("150502.officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(location)));
        http.perform(post(location + "/delete").with(user("150502.officer")).with(csrf()))
                .andExpect(status().is3xxRedirection());
        http.perform(get(location + "/1.pdf").with(user("150502.officer"))).andExpect(status().isNotFound());
        assertThat(journal(job))
                .containsExactly(
                        "papers.ordered",
                        "person.disclosed",
                        "person.disclosed",
                        "papers.taken",
                        "papers.taken",
                        "papers.deleted");
    }

    @Test
    void whatCannotBePrintedIsRefusedWithTheReason() {
        NoticeView notice = notice();
        PersonCase one = file.registered(file.found(notice, "150502"));

        assertThatThrownBy(() -> jobs.order(PaperKind.RELEASE, List.of(one), officer(), file.now()))
                .isInstanceOf(FaultsException.class);
        assertThatThrownBy(() -> jobs.order(PaperKind.ORDER, List.of(one), file.actor("city.officer"), file.now()))
                .isInstanceOf(FaultsException.class);
        assertThatThrownBy(() -> jobs.order(PaperKind.ORDER, List.of(one), file.actor("supervisor"), file.now()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPrinterThatDiesLeavesTheRestToAnotherAndNothingIsPrintedTwice() {
        List<UUID> cases = file.found(notice(), "150502", PaperPrinting.CHUNK + 3, 30);
        UUID dying = Ids.next();
        PaperJob job = held(cases, dying);
        AtomicInteger looked = new AtomicInteger();

        assertThatThrownBy(() -> printing.print(job, dying, () -> {
                    if (looked.incrementAndGet() > 1) {
                        throw new IllegalStateException("killed");
                    }
                    return false;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(rows.find(job.id()).orElseThrow().position()).isEqualTo(PaperPrinting.CHUNK);
        assertThat(store.files(job.id())).hasSize(1);

        jdbc.sql("update case_paper_job set leased_until = clock_timestamp() where id = :id")
                .param("id", job.id())
                .update();
        worker.wake();
        done(job.id());

        assertThat(store.files(job.id()))
                .extracting(PaperJob.File::from, PaperJob.File::to)
                .containsExactly(
                        tuple(1, PaperPrinting.CHUNK), tuple(PaperPrinting.CHUNK + 1, PaperPrinting.CHUNK + 3));
        long printed = cases.stream()
                .filter(id ->
                        file.journal(id).stream().filter("case.paper"::equals).count() == 1)
                .count();
        assertThat(printed).isEqualTo(cases.size());
        store.forget(file.now().plus(Duration.ofDays(1)), file.now());
        assertThat(store.files(job.id())).isEmpty();
        assertThat(rows.find(job.id()).orElseThrow().deletedAt()).isNotNull();
    }

    @Test
    void whoseCaseEndedMeanwhileIsLeftOut() {
        List<UUID> cases = file.found(notice(), "150502", 3, 30);
        UUID printer = Ids.next();
        PaperJob job = held(cases, printer);
        desk.end(cases.get(1), "登记有误", file.actor("150502.leader"), file.now());

        printing.print(job, printer, () -> false);

        PaperJob after = rows.find(job.id()).orElseThrow();
        assertThat(after.state()).isEqualTo(PaperJob.State.DONE);
        assertThat(after.skipped()).isEqualTo(1);
        assertThat(file.journal(cases.get(1))).doesNotContain("case.paper");
    }

    /** A job that this printer has taken up already, so that the house's own one leaves it alone. */
    private PaperJob held(List<UUID> cases, UUID printer) {
        PaperJob job = new PaperJob(
                Ids.next(),
                PaperKind.ORDER,
                "150502",
                file.registered(cases.get(0)).division(),
                null,
                "150502.officer",
                file.now(),
                PaperJob.State.RUNNING,
                cases.size(),
                0,
                0,
                null,
                null);
        transaction.executeWithoutResult(status -> {
            rows.insert(job, cases);
            jdbc.sql("""
                            update case_paper_job set leased_by = :printer,
                                   leased_until = clock_timestamp() + interval '1 hour'
                             where id = :id""").param("printer", printer).param("id", job.id()).update();
        });
        return job;
    }

    private void done(UUID job) {
        await().atMost(Duration.ofMinutes(3))
                .until(() -> rows.find(job).orElseThrow().state() == PaperJob.State.DONE);
    }

    private byte[] taken(String address) throws Exception {
        return http.perform(get(address).with(user("150502.officer")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private List<String> sealed(UUID job) {
        return jdbc.sql("select sealed from case_paper_file where job = :job")
                .param("job", job)
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list();
    }

    private List<String> journal(UUID job) {
        return jdbc.sql("select action from journal_entry where subject = :job order by sequence")
                .param("job", job.toString())
                .query(String.class)
                .list();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\R", "");
        }
    }
}
