package org.sifang.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sifang.journal.JournalFixture.NOON;
import static org.sifang.journal.JournalFixture.NOTICE;
import static org.sifang.journal.JournalFixture.entries;
import static org.sifang.journal.JournalFixture.entry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sifang.organization.Scope;
import org.sifang.organization.Scope.Reach;

class JournalTests {

    private static final Scope EVERYTHING = scope("", null);

    private static JournalFixture fixture;
    private static Journal journal;

    @BeforeAll
    static void open() {
        fixture = new JournalFixture();
        journal = fixture.journal;
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void keepsAnEntryAsItWasGiven() {
        Instant precise = Instant.parse("2020-10-12T12:59:59.123456789Z");
        Map<String, String> facts = Map.of("b", "“引号” \"\\ \n\t {x}", "a", "𠮷·买买提");
        journal.record(new Entry(precise, "system", "duty.overdue", "duty", "kept", NOTICE, "150502", facts));
        JournalEntryView kept = journal.about("kept", EVERYTHING).get(0);
        assertThat(kept.at()).isEqualTo(Instant.parse("2020-10-12T12:59:59.123457Z"));
        assertThat(kept.facts()).isEqualTo(facts);
        assertThat(kept)
                .extracting(
                        JournalEntryView::actor,
                        JournalEntryView::action,
                        JournalEntryView::subjectType,
                        JournalEntryView::notice,
                        JournalEntryView::organization)
                .containsExactly("system", "duty.overdue", "duty", NOTICE, "150502");
    }

    @Test
    void writesFactsInTheOrderOfTheirNames() {
        journal.record(new Entry(NOON, "a", "b", "c", "ordered", null, null, Map.of("z", "1", "a", "2", "m", "3")));
        assertThat(fixture.jdbc
                        .sql("select facts from journal_entry where subject = 'ordered'")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"a\":\"2\",\"m\":\"3\",\"z\":\"1\"}");
    }

    @Test
    void writesThousandsInTheirOrder() {
        long before = count();
        journal.recordAll(entries(5_000));
        journal.recordAll(List.of());
        assertThat(count() - before).isEqualTo(5_000);
        assertThat(fixture.jdbc
                        .sql("select subject from journal_entry order by sequence desc limit 3")
                        .query(String.class)
                        .list())
                .containsExactly("duty-4999", "duty-4998", "duty-4997");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal_entry set actor = 'x'",
                "delete from journal_entry",
                "truncate journal_entry",
                "update journal_block set number = 7",
                "delete from journal_block",
                "truncate journal_block",
                "delete from journal_chain",
                "truncate journal_chain"
            })
    void isAppendOnlyForTheOwnerOfTheTablesToo(String change) {
        assertThatThrownBy(() -> fixture.jdbc.sql(change).update()).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void showsAReaderWhatLiesInHisPlaceAndLine() {
        journal.recordAll(List.of(
                entry("seen", "150502"), entry("seen", "150502-HEALTH"), entry("seen", "150521"), entry("seen", null)));
        assertThat(organizations(scope("1505", null))).containsExactly("150521", "150502-HEALTH", "150502");
        assertThat(organizations(scope("150502", null))).containsExactly("150502-HEALTH", "150502");
        assertThat(organizations(scope("1505", "HEALTH"))).containsExactly("150502-HEALTH");
        assertThat(organizations(new Scope(List.of(new Reach(null, null, "150521")))))
                .containsExactly("150521");
        assertThat(organizations(Scope.NOTHING)).isEmpty();
        assertThat(journal.allAbout("seen")).hasSize(4);
    }

    @Test
    void findsByNoticeOrganisationActorAndTime() {
        journal.record(new Entry(NOON, "150521.leader", "x", "notice", "n", NOTICE, "150521", Map.of()));
        assertThat(search(new JournalSearch(null, NOTICE, Set.of("150521"), "150521.leader", null, null)))
                .isEqualTo(1);
        assertThat(search(new JournalSearch("n", null, null, null, NOON, NOON.plusSeconds(1))))
                .isEqualTo(1);
        assertThat(search(new JournalSearch("n", null, null, null, null, NOON))).isZero();
        assertThat(search(new JournalSearch("n", null, Set.of(), null, null, null)))
                .isZero();
        assertThat(search(new JournalSearch("n", null, null, "system", null, null)))
                .isZero();
    }

    @Test
    void pagesFromTheNewestOn() {
        journal.recordAll(List.of(entry("p", "150502"), entry("p", "150502"), entry("p", "150502")));
        var search = JournalSearch.about("p");
        var first = journal.search(search, EVERYTHING, 0, 2);
        assertThat(first.total()).isEqualTo(3);
        assertThat(first.items()).hasSize(2);
        assertThat(journal.search(search, EVERYTHING, 1, 2).items()).hasSize(1);
        assertThat(journal.before(first.items().get(1).sequence(), search, EVERYTHING, 10))
                .hasSize(1);
    }

    private static long search(JournalSearch search) {
        return journal.search(search, EVERYTHING, 0, 10).total();
    }

    private static List<String> organizations(Scope scope) {
        return journal.about("seen", scope).stream()
                .map(JournalEntryView::organization)
                .toList();
    }

    private static Scope scope(String prefix, @Nullable String sector) {
        return new Scope(List.of(new Reach(prefix, sector, null)));
    }

    private static long count() {
        return fixture.jdbc
                .sql("select count(*) from journal_entry")
                .query(Long.class)
                .single();
    }
}
