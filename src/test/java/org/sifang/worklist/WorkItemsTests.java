package org.sifang.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.SifangTest;
import org.sifang.kernel.ItemPage;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Actor;
import org.sifang.organization.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Who finds which task in which list. Everything is rolled back. */
@SifangTest
@Transactional
class WorkItemsTests {

    @Autowired
    WorkItems items;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    WorkRowsFixture rows;
    Instant now = Instant.EPOCH;

    @BeforeEach
    void enter() {
        rows = new WorkRowsFixture(jdbc);
        now = clock.instant();
    }

    @Test
    void theListIsTurnedPageByPageWithoutGapOrRepetition() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            // Many share an instant, also across the border of two pages, and the groups alternate.
            ids.add(rows.task(i % 2 == 0 ? Role.OFFICER : Role.LEADER, null, now.plusSeconds(i / 40 * 60L)));
        }
        Actor both = rows.officer("t.both", Role.OFFICER, Role.LEADER);

        List<WorkPage> pages = pages(cursor -> items.group(both, WorkFilter.NONE, cursor));

        assertThat(pages).extracting(page -> page.items().size()).containsExactly(50, 50, 20);
        List<WorkItem> all =
                pages.stream().flatMap(page -> page.items().stream()).toList();
        assertThat(all).extracting(WorkItem::id).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
        assertThat(all)
                .isSortedAccordingTo(Comparator.comparing(WorkItem::dueAt).thenComparing(WorkItem::id));
    }

    @Test
    void aTaskDoneOrAddedMeanwhileShiftsNothing() {
        for (int i = 0; i < 60; i++) {
            rows.task(Role.OFFICER, null, now.plusSeconds(i));
        }
        Actor officer = rows.officer("t.one", Role.OFFICER);
        WorkPage first = items.group(officer, WorkFilter.NONE, null);
        first.items().forEach(item -> rows.end(item.id(), now, "t.one", false));
        String before = rows.task(Role.OFFICER, null, now.minusSeconds(1));

        WorkPage second = items.group(officer, WorkFilter.NONE, first.next());

        assertThat(second.items()).hasSize(10).extracting(WorkItem::id).doesNotContain(before);
        assertThat(second.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"nonsense", "'%00'", "bm90IGFuIGluc3RhbnQ", "''"})
    void aCursorThatIsNoneOfOursBeginsAtTheBeginning(String cursor) {
        rows.task(Role.OFFICER, null, now);
        assertThat(items.group(rows.officer("t.one", Role.OFFICER), WorkFilter.NONE, cursor)
                        .items())
                .hasSize(1);
    }

    @Test
    void mineIsWhatIsGivenToMeAndTheGroupsIsWhoeverHasIt() {
        String given = rows.task(Role.OFFICER, "t.one", now);
        String others = rows.task(Role.OFFICER, "t.two", now.plusSeconds(1));
        String free = rows.task(Role.OFFICER, null, now.plusSeconds(2));
        rows.task(Role.LEADER, null, now);
        Actor one = rows.officer("t.one", Role.OFFICER);

        assertThat(ids(items.mine(one, WorkFilter.NONE, null))).containsExactly(given);
        assertThat(ids(items.group(one, WorkFilter.NONE, null))).containsExactly(given, others, free);
        assertThat(items.counts(one)).isEqualTo(new WorkCounts(1, 3, 1, 0));
    }

    @Test
    void aSubstituteSeesAndMayDoTheAbsentOnesTasks() {
        String given = rows.task(Role.OFFICER, "t.absent", now.plusSeconds(60));
        Actor substitute = rows.substituteOf("t.absent", "t.sub");

        assertThat(ids(items.mine(substitute, WorkFilter.NONE, null))).containsExactly(given);
        assertThat(items.counts(substitute).mine()).isEqualTo(1);
        assertThat(items.counts(substitute).withinHour()).isEqualTo(1);
        WorkItem item = items.require(given, substitute);
        assertThat(items.mayDo(item, substitute)).isTrue();
        assertThat(items.visible(substitute, WorkFilter.NONE, null, 0, 10).total())
                .isEqualTo(1);
    }

    @Test
    void whoeverATaskIsGivenToMayDoItAlsoWithAnotherRole() {
        WorkItem item = items.require(rows.task(Role.OFFICER, "t.leader", now), rows.officer("t.leader", Role.LEADER));
        assertThat(items.mayDo(item, rows.officer("t.leader", Role.LEADER))).isTrue();
        assertThat(items.mayDo(item, rows.officer("t.otherLeader", Role.LEADER)))
                .isFalse();
    }

    @Test
    void whoOverseesThePlaceSeesItAndMayNotDoItAndAnotherCountySeesNothing() {
        String id = rows.task(Role.OFFICER, null, now);
        WorkFilter here = new WorkFilter(null, null, rows.notice(), null, null);
        Actor county = WorkRowsFixture.overseer("150502", null);
        assertThat(items.visible(county, here, null, 0, 10).total()).isEqualTo(1);
        assertThat(items.mayDo(items.require(id, county), county)).isFalse();
        assertThat(items.group(county, here, null).items()).isEmpty();
        assertThat(items.visible(WorkRowsFixture.overseer("1505", "HEALTH"), here, null, 0, 10)
                        .total())
                .isEqualTo(1);
        for (Actor stranger : List.of(
                WorkRowsFixture.overseer("150521", null),
                WorkRowsFixture.overseer("1505", "EDUCATION"),
                rows.officer("t.leader", Role.LEADER))) {
            assertThat(items.visible(stranger, here, null, 0, 10).total()).isZero();
            assertThatThrownBy(() -> items.require(id, stranger)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void whatIsCompletedIsWithWhoDidItAndWhatWasRemovedNowhere() {
        String done = rows.task(Role.OFFICER, "t.two", now);
        String later = rows.task(Role.OFFICER, "t.one", now);
        String removed = rows.task(Role.OFFICER, "t.one", now);
        rows.end(done, now.minusSeconds(10), "t.one", false);
        rows.end(later, now, "t.one", false);
        rows.end(removed, now, null, true);
        Actor one = rows.officer("t.one", Role.OFFICER);

        assertThat(ids(items.done(one, WorkFilter.NONE, null))).containsExactly(later, done);
        assertThat(items.mine(one, WorkFilter.NONE, null).items()).isEmpty();
        assertThat(items.group(one, WorkFilter.NONE, null).items()).isEmpty();
        assertThat(items.visible(one, WorkFilter.NONE, null, 0, 10).total()).isZero();
        assertThat(items.counts(one)).isEqualTo(new WorkCounts(0, 0, 0, 0));
        assertThat(items.require(done, one).open()).isFalse();
    }

    @Test
    void whatWasDoneIsTurnedPageByPageTooTheLatestFirst() {
        for (int i = 0; i < 55; i++) {
            rows.end(rows.task(Role.OFFICER, null, now), now.plusSeconds(i / 10), "t.one", false);
        }
        List<WorkPage> pages =
                pages(cursor -> items.done(rows.officer("t.one", Role.OFFICER), WorkFilter.NONE, cursor));
        assertThat(pages).extracting(page -> page.items().size()).containsExactly(50, 5);
        assertThat(pages.stream().flatMap(page -> page.items().stream()).map(WorkItem::id))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 4",
                "送达, -, 1",
                "100%, -, 4",
                "100_, -, 0",
                "落实_的, -, 4",
                "'  三(三) ', -, 4",
                "示例机构 三, -, 4",
                "没有, -, 0",
                "-, overdue, 1",
                "-, hour, 2",
                "-, day, 3"
            })
    void textAndDeadlineNarrow(@Nullable String text, @Nullable String due, int expected) {
        rows.task(rows.organization(), Role.OFFICER, null, now, "送达告知书");
        rows.task(Role.OFFICER, null, now.plus(Duration.ofMinutes(59)));
        rows.task(Role.OFFICER, null, now.plus(Duration.ofHours(23)));
        rows.task(Role.OFFICER, null, now.plus(Duration.ofHours(25)));

        assertThat(items.group(rows.officer("t.one", Role.OFFICER), new WorkFilter(text, null, null, null, due), null)
                        .items())
                .hasSize(expected);
    }

    @Test
    void processNoticeOrganisationAndSubjectNarrow() {
        String id = rows.task(Role.OFFICER, null, now);
        String other = rows.organization() + "-2";
        rows.task(other, Role.OFFICER, null, now, "核对名单");
        Actor all = WorkRowsFixture.overseer("150502", null);
        WorkFilter notice = new WorkFilter(null, null, rows.notice(), null, null);

        assertThat(items.visible(all, notice, null, 0, 10).total()).isEqualTo(2);
        assertThat(total(all, new WorkFilter(null, "duty", rows.notice(), other, null)))
                .isEqualTo(1);
        assertThat(total(all, new WorkFilter(null, "round", rows.notice(), null, null)))
                .isZero();
        assertThat(total(all, new WorkFilter(null, null, UUID.randomUUID(), null, null)))
                .isZero();
        UUID subject = items.require(id, all).subject();
        assertThat(items.visible(all, notice, subject, 0, 10).items())
                .extracting(WorkItem::id)
                .containsExactly(id);
        assertThat(items.ofSubject(subject)).extracting(WorkItem::id).containsExactly(id);
    }

    @Test
    void pagesOfTheApiAreCountedAndTheirSizeIsBounded() {
        for (int i = 0; i < 5; i++) {
            rows.task(Role.OFFICER, null, now.plusSeconds(i));
        }
        Actor one = rows.officer("t.one", Role.OFFICER);
        ItemPage<WorkItem> second = items.visible(one, WorkFilter.NONE, null, 1, 2);
        assertThat(second.items()).hasSize(2);
        assertThat(second.total()).isEqualTo(5);
        assertThat(items.visible(one, WorkFilter.NONE, null, -3, 0).items()).hasSize(1);
        assertThat(items.visible(one, WorkFilter.NONE, null, 0, 100_000).size()).isEqualTo(200);
        assertThat(items.visible(one, WorkFilter.NONE, null, Integer.MAX_VALUE, 200)
                        .items())
                .isEmpty();
    }

    @Test
    void aMovedDeadlineMovesTheTasksThatHadIt() {
        String id = rows.task(Role.OFFICER, null, now);
        Actor one = rows.officer("t.one", Role.OFFICER);
        UUID subject = items.require(id, one).subject();

        items.reschedule(List.of(subject), now.minusSeconds(1), now.plusSeconds(50));
        assertThat(items.require(id, one).dueAt()).isEqualTo(now);
        items.reschedule(List.of(subject), now, now.plusSeconds(50));
        assertThat(items.require(id, one).dueAt()).isEqualTo(now.plusSeconds(50));
    }

    private long total(Actor actor, WorkFilter filter) {
        return items.visible(actor, filter, null, 0, 10).total();
    }

    private static List<String> ids(WorkPage page) {
        return page.items().stream().map(WorkItem::id).toList();
    }

    private static List<WorkPage> pages(Function<@Nullable String, WorkPage> turn) {
        List<WorkPage> pages = new ArrayList<>();
        String cursor = null;
        do {
            WorkPage page = turn.apply(cursor);
            pages.add(page);
            cursor = page.next();
        } while (cursor != null && pages.size() < 10);
        return pages;
    }
}
