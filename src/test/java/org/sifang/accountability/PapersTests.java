package org.sifang.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sifang.SifangTest;
import org.sifang.kernel.Ids;
import org.sifang.notice.CaseFile;
import org.sifang.notice.PartyKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Official documents and fact files, and the doors to them. */
@SifangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullMarked
class PapersTests {

    private static final String COUNTY = "150526";

    @Autowired
    private BreachStage stage;

    @Autowired
    private FactFiles files;

    @Autowired
    private Papers papers;

    @Autowired
    private PaperRows rows;

    @Autowired
    private AccountabilityRows caseRows;

    @Autowired
    private AccountabilityCases cases;

    @Autowired
    private CaseFile file;

    @Autowired
    private MockMvc http;

    @Autowired
    private TransactionTemplate transaction;

    private @Nullable UUID known;

    @BeforeEach
    void aSilentCounty() {
        if (known == null) {
            UUID opened = stage.silent(COUNTY).caseId();
            files.compile(opened, "system", file.now());
            papers.issue(opened, PaperKind.NOTICE, "system", file.now());
            known = opened;
        }
    }

    private UUID caseId() {
        if (known == null) {
            throw new IllegalStateException("Before each test there is one");
        }
        return known;
    }

    @Test
    void isIssuedOnceHoweverOftenTheJobRuns() {
        IssuedPaper first = papers.issue(caseId(), PaperKind.NOTICE, "system", file.now());
        IssuedPaper again =
                papers.issue(caseId(), PaperKind.NOTICE, "system", file.now().plusSeconds(60));

        assertThat(again).isEqualTo(first);
        assertThat(papers.of(caseId()).stream().filter(paper -> paper.kind() == PaperKind.NOTICE))
                .hasSize(1);
        assertThat(file.actions(caseId(), "accountability.paperIssued"))
                .hasSize(papers.of(caseId()).size());
        assertThat(papers.intact(first)).isTrue();
    }

    @Test
    void twoJobsAtOnceIssueOneDocument() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<IssuedPaper> job = () -> papers.issue(caseId(), PaperKind.WRITTEN_URGE, "system", file.now());
            List<Future<IssuedPaper>> both = two.invokeAll(List.of(job, job));
            assertThat(both.get(0).get().number()).isEqualTo(both.get(1).get().number());
        } finally {
            two.shutdown();
        }
    }

    @Test
    void aTransactionThatFailsGivesItsNumberBack() {
        IssuedPaper lost = transaction.execute(status -> {
            IssuedPaper paper = papers.issue(caseId(), PaperKind.INTERVIEW_SUMMONS, "system", file.now());
            status.setRollbackOnly();
            return paper;
        });
        IssuedPaper kept = papers.issue(caseId(), PaperKind.INTERVIEW_SUMMONS, "system", file.now());

        assertThat(lost).isNotNull();
        assertThat(kept.number()).isEqualTo(lost == null ? "" : lost.number());
    }

    @Test
    void isNumberedByYearAndIssuer() {
        IssuedPaper paper = papers.find(caseId(), PaperKind.NOTICE).orElseThrow();

        assertThat(paper.number()).matches("测指责〔20\\d\\d〕\\d+号");
        assertThat(paper.issuer()).isEqualTo("150500");
    }

    @Test
    void everyKindHasItsTextInTheLayoutOfTheStandard() throws IOException {
        for (PaperKind kind : PaperKind.values()) {
            String text = transaction.execute(status -> {
                IssuedPaper paper = papers.issue(caseId(), kind, "system", file.now());
                byte[] pdf = rows.content(paper.id());
                status.setRollbackOnly();
                try {
                    return text(pdf);
                } catch (IOException failed) {
                    throw new AssertionError(failed);
                }
            });
            assertThat(text)
                    .as(kind.name())
                    .contains("文件", "〔20", "号", "印发", "扎鲁特旗")
                    .doesNotContain("accountability.", "{0}", "null");
        }
    }

    @Test
    void theNoticeToThePartyTellsTheFactsAndItsRights() throws IOException {
        String text = text(papers.take(caseId(), PaperKind.NOTICE, file.leader(), file.now()));

        assertThat(text).contains("一、基本事实", "二、陈述申辩的权利", "特此告知", "催办责任人和副职", "附件：", "事实材料第1份");
    }

    @Test
    void anIndividualIsNeverNamed() {
        transaction.executeWithoutResult(status -> {
            AccountabilityCase county = cases.require(caseId());
            UUID person = Ids.next();
            AccountabilityCase individual = new AccountabilityCase(
                    Ids.next(),
                    county.notice(),
                    PartyKind.INDIVIDUAL,
                    person.toString(),
                    PartyGroup.INDIVIDUAL,
                    COUNTY,
                    county.division(),
                    null,
                    county.authority(),
                    county.authorityDivision(),
                    CaseState.OPEN,
                    file.now(),
                    0,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
            caseRows.insert(individual);
            files.compile(individual.id(), "system", file.now());
            IssuedPaper paper = papers.issue(individual.id(), PaperKind.NOTICE, "system", file.now());

            assertThat(paper.title()).contains("管控对象（档案号末八位" + person.toString().substring(28) + "）");
            assertThat(paper.addressee()).contains("扎鲁特旗");
            status.setRollbackOnly();
        });
    }

    @Test
    void theFactFileIsJsonWithItsHashAndPdf() throws Exception {
        http.perform(get("/api/v1/accountability-cases/{id}/fact-file", caseId())
                        .with(httpBasic(COUNTY + ".officer", "sifang-demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hash")
                        .value(files.find(caseId()).orElseThrow().hash()))
                .andExpect(jsonPath("$.facts[0].kind").value("ORDERED"))
                .andExpect(jsonPath("$.facts[0].clauseText").isNotEmpty())
                .andExpect(jsonPath("$.facts[0].instant").isNotEmpty())
                .andExpect(jsonPath("$.facts[?(@.rung=='OPEN_ACCOUNTABILITY')].actor")
                        .value("system"));
        byte[] pdf = http.perform(get("/api/v1/accountability-cases/{id}/fact-file", caseId())
                        .accept(MediaType.APPLICATION_PDF)
                        .with(httpBasic("city.leader", "sifang-demo")))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(text(pdf).replaceAll("\\s", ""))
                .contains("事实材料", "催办责任人和副职", files.find(caseId()).orElseThrow().hash());
        http.perform(get("/api/v1/accountability-cases/{id}/fact-file/verification", caseId())
                        .with(httpBasic("city.leader", "sifang-demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.intact").value(true));
        http.perform(get("/api/v1/accountability-cases/{id}/papers", caseId())
                        .with(httpBasic("city.leader", "sifang-demo")))
                .andExpect(jsonPath("$[0].kind").value("NOTICE"));
    }

    @Test
    void theSealedTextItselfCanBeTaken() throws Exception {
        byte[] sealed = http.perform(
                        get("/accountability/{id}/fact-file.json", caseId()).with(user("city.leader")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(FactFile.sha256(sealed))
                .isEqualTo(files.find(caseId()).orElseThrow().hash());
        assertThat(file.actions(caseId(), "accountability.factFileTaken")).isNotEmpty();
    }

    @Test
    void thePageShowsFactsDocumentsAndWhatTheVerificationSays() throws Exception {
        http.perform(get("/accountability/{id}/fact-file", caseId()).with(user("city.leader")))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString(
                                files.find(caseId()).orElseThrow().hash())))
                .andExpect(content().string(containsString("papers/notice.pdf")));
        http.perform(post("/accountability/{id}/fact-file/verification", caseId())
                        .with(csrf())
                        .with(user(COUNTY + ".officer")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("核验通过")));
    }

    @Test
    void aDocumentIsTakenByThoseWhoMaySeeTheCaseAndTheJournalTells() throws Exception {
        for (String reader : List.of("city.leader", COUNTY + ".leader", "discipline")) {
            int before = file.actions(caseId(), "accountability.paperTaken").size();
            http.perform(get("/accountability/{id}/papers/notice.pdf", caseId()).with(user(reader)))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                    .andExpect(header().string("Content-Disposition", containsString(".pdf")));
            assertThat(file.actions(caseId(), "accountability.paperTaken")).hasSize(before + 1);
        }
        for (String path : Arrays.asList(
                "/accountability/{id}/fact-file",
                "/accountability/{id}/fact-file.pdf",
                "/accountability/{id}/fact-file.json",
                "/accountability/{id}/papers/notice.pdf")) {
            for (String stranger : List.of("150524.officer", "150500.education", "150400.leader", "lab")) {
                http.perform(get(path, caseId()).with(user(stranger))).andExpect(status().isNotFound());
            }
            http.perform(get(path, caseId())).andExpect(redirectedUrl("/login"));
        }
        http.perform(get("/accountability/{id}/papers/nothing.pdf", caseId()).with(user("city.leader")))
                .andExpect(status().isNotFound());
        http.perform(get("/api/v1/accountability-cases/{id}/fact-file", caseId()))
                .andExpect(status().isUnauthorized());
        http.perform(get("/api/v1/accountability-cases/{id}/fact-file", caseId())
                        .with(httpBasic("150524.officer", "sifang-demo")))
                .andExpect(status().isNotFound());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
