package org.sifang.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sifang.SifangTest;
import org.sifang.accountability.FactFileVerification.Reason;
import org.sifang.inspection.Finding;
import org.sifang.inspection.FindingSource;
import org.sifang.inspection.Findings;
import org.sifang.inspection.NewFinding;
import org.sifang.inspection.Severity;
import org.sifang.journal.JournalSealing;
import org.sifang.kernel.Ids;
import org.sifang.kernel.NotFoundException;
import org.sifang.notice.BreachKind;
import org.sifang.notice.BreachSeverity;
import org.sifang.notice.Breaches;
import org.sifang.notice.CaseFile;
import org.sifang.notice.PartyKind;
import org.sifang.notice.RecordedBreach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a case rests on: compiled, sealed, and found out when somebody changes it behind the triggers. */
@SifangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullMarked
class FactFilesTests {

    private static final String COUNTY = "150523";

    @Autowired
    private BreachStage stage;

    @Autowired
    private FactFiles files;

    @Autowired
    private AccountabilityCases cases;

    @Autowired
    private AccountabilityRows rows;

    @Autowired
    private Breaches breaches;

    @Autowired
    private Findings findings;

    @Autowired
    private CaseFile file;

    @Autowired
    private JournalSealing sealing;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private BreachStage.@Nullable Silent silent;

    @BeforeEach
    void aSilentCounty() {
        if (silent == null) {
            silent = stage.silent(COUNTY);
            files.compile(silent.caseId(), "system", file.now());
            sealing.sealNow();
        }
    }

    private BreachStage.Silent silent() {
        if (silent == null) {
            throw new IllegalStateException("Before each test there is one");
        }
        return silent;
    }

    private UUID caseId() {
        return silent().caseId();
    }

    private FactFileContent content() {
        return files.find(caseId()).orElseThrow().content();
    }

    private FactFileVerification verified() {
        return files.verify(caseId(), file.leader());
    }

    @Test
    void tellsWhatWasOrderedAsWordedAndEveryRungWithItsTime() {
        assertThat(content().facts())
                .extracting(Fact::kind)
                .containsSubsequence(
                        FactKind.ORDERED,
                        FactKind.RECEIVED,
                        FactKind.RUNG,
                        FactKind.RUNG,
                        FactKind.RUNG,
                        FactKind.RUNG,
                        FactKind.RUNG,
                        FactKind.RUNG);
        Fact ordered = content().facts().get(0);
        assertThat(ordered.clauseText())
                .isEqualTo(silent().notice()
                        .definition()
                        .clause(silent().duty().clause())
                        .text());
        assertThat(content().facts().stream()
                        .filter(fact -> fact.kind() == FactKind.RUNG)
                        .map(Fact::rung))
                .containsExactly("REMIND", "MARK_OVERDUE", "URGE", "WRITTEN_URGE", "CIRCULATE", "OPEN_ACCOUNTABILITY");
        assertThat(content().facts().stream()
                        .filter(fact -> "URGE".equals(fact.rung()))
                        .map(Fact::at))
                .containsExactly(silent().duty().dueAt().plusSeconds(900));
        assertThat(content().facts()).anySatisfy(fact -> {
            assertThat(fact.kind()).isEqualTo(FactKind.RECEIVED);
            assertThat(fact.actor()).isEqualTo(COUNTY + ".officer");
        });
        assertThat(content().breaches())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.subject()).isEqualTo(silent().duty().id()));
    }

    @Test
    void itsHashIsThatOfItsText() {
        FactFile sealed = files.find(caseId()).orElseThrow();

        assertThat(sealed.hash()).isEqualTo(FactFile.sha256(sealed.canonical().getBytes(StandardCharsets.UTF_8)));
        assertThat(sealed.canonical()).startsWith("{\"authority\":\"150500\"").doesNotContain("\n");
        assertThat(FactFile.seal(sealed.id(), sealed.content()).hash()).isEqualTo(sealed.hash());
    }

    @Test
    void isCompiledOnceHoweverOftenTheJobRuns() {
        FactFile first = files.find(caseId()).orElseThrow();

        assertThat(files.compile(caseId(), "system", file.now()).id()).isEqualTo(first.id());
        assertThat(files.all(caseId(), file.leader())).hasSize(1);
        assertThat(file.actions(caseId(), "accountability.factFileSealed")).hasSize(1);
    }

    @Test
    void aFurtherBreachMakesAFurtherFileAndTellsTheEarlierOne() {
        transaction.executeWithoutResult(status -> {
            RecordedBreach byHand = new RecordedBreach(
                    Ids.next(),
                    silent().notice().id(),
                    PartyKind.ORGANIZATION,
                    BreachKind.HAND,
                    BreachSeverity.GRAVE,
                    COUNTY,
                    Ids.next(),
                    file.now(),
                    "city.officer",
                    "值班电话无人接听");
            breaches.record(List.of(byHand));
            rows.join(byHand.id(), caseId(), file.now());

            FactFile second = files.compile(caseId(), "system", file.now());
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.content().facts()).anySatisfy(fact -> {
                assertThat(fact.kind()).isEqualTo(FactKind.BREACH);
                assertThat(fact.text()).contains("值班电话无人接听");
                assertThat(fact.actor()).isEqualTo("city.officer");
            });
            assertThat(verified().intact()).isTrue();
            status.setRollbackOnly();
        });
    }

    @Test
    void tellsAnEarlierBreachOfTheSamePartyWithinAYear() {
        BreachStage.Silent again = stage.silent(COUNTY);
        FactFileContent later =
                files.compile(again.caseId(), "system", file.now()).content();

        assertThat(later.facts().stream()
                        .filter(fact -> fact.kind() == FactKind.EARLIER)
                        .map(Fact::subject))
                .contains(silent().duty().id())
                .doesNotContain(again.duty().id());
    }

    @Test
    void ofAnOverdueFindingItTellsTheStory() {
        transaction.executeWithoutResult(status -> {
            Finding finding = findings.record(
                            List.of(new NewFinding(
                                    silent().notice().id(),
                                    "五(二)",
                                    "对医疗机构开展检查",
                                    COUNTY,
                                    "150500",
                                    "five-haves",
                                    "ISOLATION-ROOM",
                                    "设有临时隔离场所",
                                    "现场未见临时隔离场所",
                                    FindingSource.HAND,
                                    null,
                                    Severity.MAJOR)),
                            "inspector",
                            file.now())
                    .get(0);
            RecordedBreach overdue = new RecordedBreach(
                    Ids.next(),
                    silent().notice().id(),
                    PartyKind.ORGANIZATION,
                    BreachKind.FINDING,
                    BreachSeverity.ORDINARY,
                    COUNTY,
                    finding.id(),
                    file.now(),
                    null,
                    null);
            breaches.record(List.of(overdue));
            rows.join(overdue.id(), caseId(), file.now());

            assertThat(files.compile(caseId(), "system", file.now()).content().facts())
                    .anySatisfy(fact -> {
                        assertThat(fact.action()).isIn("finding.recorded", "finding.repeated");
                        assertThat(fact.clause()).isEqualTo("五(二)");
                        assertThat(fact.text()).contains("现场未见临时隔离场所");
                        assertThat(fact.actor()).isEqualTo("inspector");
                    });
            status.setRollbackOnly();
        });
    }

    @Test
    void ofABreachOfIsolationOnlyWhatHoldsNoPersonalDataIsTaken() {
        transaction.executeWithoutResult(status -> {
            UUID person = Ids.next();
            jdbc.update("""
                            insert into journal_entry (occurred_at, actor, action, subject_type, subject, notice, organization, facts)
                            values (now(), 'system', 'case.opened', 'case', ?, ?, ?, '{"clause":"一","kind":"@isolation.kind.HOME"}'),
                                   (now(), 'system', 'case.moved', 'case', ?, ?, ?, '{"reason":"她住在示例路2号","to":"x"}'),
                                   (now(), '150523.officer', 'case.breached', 'case', ?, ?, ?, '{"note":"19900000001"}')
                            """, args(person));
            RecordedBreach left = new RecordedBreach(
                    Ids.next(),
                    silent().notice().id(),
                    PartyKind.INDIVIDUAL,
                    BreachKind.ISOLATION,
                    BreachSeverity.SERIOUS,
                    person.toString(),
                    person,
                    file.now(),
                    null,
                    null);
            breaches.record(List.of(left));
            rows.join(left.id(), caseId(), file.now());

            FactFile sealed = files.compile(caseId(), "system", file.now());

            assertThat(sealed.content().facts())
                    .extracting(Fact::action)
                    .contains("case.opened", "case.breached")
                    .doesNotContain("case.moved");
            assertThat(sealed.canonical()).doesNotContain("示例路", "19900000001");
            status.setRollbackOnly();
        });
    }

    private Object[] args(UUID person) {
        UUID notice = silent().notice().id();
        String subject = person.toString();
        return new Object[] {subject, notice, COUNTY, subject, notice, COUNTY, subject, notice, COUNTY};
    }

    @Test
    void theDatabaseRefusesToChangeOrForgetIt() {
        for (String attempt : List.of(
                "update fact_file set hash = hash",
                "delete from fact_file",
                "truncate fact_file cascade",
                "update accountability_paper set title = 'x'",
                "delete from accountability_paper")) {
            assertThatThrownBy(() -> jdbc.execute(attempt))
                    .as(attempt)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("Sealed files are kept");
        }
    }

    @Test
    void findsWhatNobodyTouchedIntact() {
        FactFileVerification verification = verified();

        assertThat(verification.deviations()).isEmpty();
        assertThat(verification.checked()).isGreaterThanOrEqualTo(8);
        assertThat(verification.hash())
                .isEqualTo(files.find(caseId()).orElseThrow().hash());
    }

    @Test
    void detectsAChangedRowOfTheJournal() {
        long urge = entry("URGE");
        assertThat(afterwards(
                        "journal_entry",
                        "update journal_entry set occurred_at = occurred_at - interval '2 hours' where sequence = "
                                + urge))
                .contains(Reason.ENTRY_CHANGED, Reason.JOURNAL_BROKEN)
                .doesNotContain(Reason.FILE_CHANGED);
    }

    @Test
    void detectsARowThatWasTakenOutOfTheJournal() {
        assertThat(afterwards("journal_entry", "delete from journal_entry where sequence = " + entry("REMIND")))
                .contains(Reason.ENTRY_MISSING, Reason.JOURNAL_BROKEN);
    }

    @Test
    void detectsAChangedFile() {
        assertThat(afterwards(
                        "fact_file",
                        "update fact_file set content = replace(content, 'WRITTEN_URGE', 'WRITTEN_URGE ') where case_id = '"
                                + caseId() + "'"))
                .containsExactly(Reason.FILE_CHANGED);
    }

    @Test
    void detectsAFileThatWasChangedTogetherWithItsHash() {
        assertThat(afterwards(
                        "fact_file",
                        "update fact_file f set content = c.text, hash = encode(sha256(convert_to(c.text, 'UTF8')), 'hex')"
                                + " from (select id, replace(content, 'SERIOUS', 'ORDINARY') as text from fact_file) c"
                                + " where c.id = f.id and f.case_id = '" + caseId() + "'"))
                .containsExactly(Reason.SEAL_DIFFERS);
    }

    @Test
    void detectsAFileThatIsNoFileAnyMore() {
        assertThat(afterwards("fact_file", "update fact_file set content = '{' where case_id = '" + caseId() + "'"))
                .containsExactly(Reason.FILE_CHANGED);
    }

    private long entry(String rung) {
        return content().facts().stream()
                .filter(fact -> rung.equals(fact.rung()))
                .map(Fact::entry)
                .findFirst()
                .orElseThrow();
    }

    /** What the verification says after that statement of somebody with all rights; taken back at once. */
    private List<Reason> afterwards(String table, String statement) {
        List<Reason> reasons = transaction.execute(status -> {
            jdbc.execute("alter table " + table + " disable trigger user");
            assertThat(jdbc.update(statement)).isPositive();
            List<Reason> found = verified().deviations().stream()
                    .map(FactFileVerification.Deviation::reason)
                    .toList();
            status.setRollbackOnly();
            return found;
        });
        return reasons == null ? List.of() : reasons;
    }

    @Test
    void isForThoseWhoMaySeeTheCase() {
        for (String reader : List.of("city.leader", COUNTY + ".officer", "discipline")) {
            assertThat(files.require(caseId(), file.actor(reader)).number())
                    .as(reader)
                    .isEqualTo(1);
        }
        for (String stranger : List.of("150524.officer", "150400.leader", "lab")) {
            assertThatThrownBy(() -> files.require(caseId(), file.actor(stranger)))
                    .as(stranger)
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> files.verify(caseId(), file.actor(stranger)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> files.take(caseId(), file.actor(stranger), file.now()))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(cases.require(caseId()).party()).isEqualTo(COUNTY);
    }
}
