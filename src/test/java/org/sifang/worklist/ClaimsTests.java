package org.sifang.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.kernel.Fault;
import org.sifang.kernel.NotFoundException;
import org.sifang.kernel.StateConflictException;
import org.sifang.organization.Actor;
import org.sifang.organization.OfficerDeactivated;
import org.sifang.organization.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;

/** Taking tasks and handing them over. Everything is rolled back. */
@SifangTest
@Transactional
class ClaimsTests {

    @Autowired
    Claims claims;

    @Autowired
    WorkItems items;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    WorkRowsFixture rows;
    Actor one;
    Actor two;
    Instant now;

    @Autowired
    ClaimsTests(JdbcTemplate jdbc, Clock clock) {
        rows = new WorkRowsFixture(jdbc, "150526");
        one = rows.officer("t.one", Role.OFFICER);
        two = rows.officer("t.two", Role.OFFICER);
        now = clock.instant();
    }

    @BeforeEach
    void staff() {
        hire("t.one", rows.organization(), true, Role.OFFICER);
        hire("t.two", rows.organization(), true, Role.OFFICER);
        hire("t.gone", rows.organization(), false, Role.OFFICER);
        hire("t.chief", rows.organization(), true, Role.LEADER);
        hire("t.elsewhere", "150502", true, Role.OFFICER);
    }

    @Test
    void aTaskOfTheGroupIsTakenAndTheJournalSaysByWhom() {
        String id = rows.task(Role.OFFICER, null, now);

        claims.claim(id, one);

        WorkItem taken = items.require(id, one);
        assertThat(taken.assignee()).isEqualTo("t.one");
        assertThat(taken.assigneeName()).isEqualTo("示例员");
        assertThat(history(taken)).singleElement().asString().startsWith("task.claimed t.one ");
    }

    @Test
    void takingItAgainChangesNothingAndAColleagueMayTakeItOver() {
        String id = rows.task(Role.OFFICER, null, now);
        claims.claim(id, one);
        claims.claim(id, one);
        WorkItem taken = items.require(id, one);
        assertThat(history(taken)).hasSize(1);

        claims.claim(id, two);

        assertThat(items.require(id, one).assignee()).isEqualTo("t.two");
        assertThat(history(taken))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("task.claimed t.two ")
                .contains("t.one");
    }

    @Test
    void whoIsNotOfTheGroupTakesNothing() {
        String id = rows.task(Role.OFFICER, null, now);
        Actor above = WorkRowsFixture.overseer("150502", null);
        assertThatThrownBy(() -> claims.claim(id, above)).isInstanceOf(AccessDeniedException.class);
        Actor chief = rows.officer("t.chief", Role.LEADER);
        assertThatThrownBy(() -> claims.claim(id, chief)).isInstanceOf(NotFoundException.class);
        assertThat(items.require(id, one).assignee()).isNull();
    }

    @Test
    void whatIsDoneIsNotTaken() {
        String id = rows.task(Role.OFFICER, null, now);
        rows.end(id, now, "t.two", false);
        assertThatThrownBy(() -> claims.claim(id, one)).isInstanceOf(StateConflictException.class);
    }

    @Test
    void ofManyEachHasItsOwnResult() {
        String free = rows.task(Role.OFFICER, null, now);
        String done = rows.task(Role.OFFICER, null, now);
        String others = rows.task(rows.organization() + "-2", Role.OFFICER, null, now, "核对名单");
        String last = rows.task(Role.OFFICER, "t.two", now);
        rows.end(done, now, "t.two", false);

        assertThat(claims.bulkClaim(List.of(free, done, others, "nothing", last), one))
                .containsExactly(
                        new RowResult(free, null),
                        new RowResult(done, Fault.at(done, "fault.worklist.done")),
                        new RowResult(others, Fault.at(others, "fault.worklist.gone")),
                        new RowResult("nothing", Fault.at("nothing", "fault.worklist.gone")),
                        new RowResult(last, null));
        assertThat(items.mine(one, WorkFilter.NONE, null).items())
                .extracting(WorkItem::id)
                .containsExactlyInAnyOrder(free, last);
    }

    @Test
    void tasksAreGivenToActiveColleaguesOfTheGroupOnly() {
        String mine = rows.task(Role.OFFICER, "t.one", now);
        String free = rows.task(Role.OFFICER, null, now);
        List<String> both = List.of(mine, free);

        assertThat(claims.assign(both, "t.two", one))
                .extracting(RowResult::fault)
                .containsOnlyNulls();
        assertThat(items.mine(two, WorkFilter.NONE, null).items()).hasSize(2);
        for (String unfit : List.of("t.chief", "t.elsewhere")) {
            assertThat(claims.assign(both, unfit, one))
                    .as(unfit)
                    .allSatisfy(result ->
                            assertThat(result.fault()).extracting("code").isEqualTo("fault.worklist.otherGroup"));
        }
        for (String nobody : List.of("t.gone", "t.nobody")) {
            assertThat(claims.assign(both, nobody, one))
                    .as(nobody)
                    .allSatisfy(result ->
                            assertThat(result.fault()).extracting("code").isEqualTo("fault.worklist.nobody"));
        }
        assertThat(claims.assign(both, "t.two", WorkRowsFixture.overseer("150502", null)))
                .allSatisfy(
                        result -> assertThat(result.fault()).extracting("code").isEqualTo("fault.worklist.denied"));
        assertThat(items.mine(two, WorkFilter.NONE, null).items()).hasSize(2);
    }

    @Test
    void aDeactivatedOfficersOpenTasksGoToTheSuccessorOrBackToTheGroup(@Autowired ApplicationEventPublisher events) {
        String open = rows.task(Role.OFFICER, "t.one", now);
        String done = rows.task(Role.OFFICER, "t.one", now);
        rows.end(done, now, "t.one", false);

        events.publishEvent(new OfficerDeactivated("t.one", rows.organization(), "t.two"));
        assertThat(items.require(open, two).assignee()).isEqualTo("t.two");
        assertThat(items.require(done, two).assignee()).isEqualTo("t.one");

        events.publishEvent(new OfficerDeactivated("t.two", rows.organization(), null));
        assertThat(items.require(open, one).assignee()).isNull();
    }

    /** {@code <action> <actor> <facts>}, in order. */
    private List<String> history(WorkItem item) {
        return jdbc.queryForList(
                "select action || ' ' || actor || ' ' || facts from journal_entry where subject = ? order by sequence",
                String.class,
                item.subject().toString());
    }

    private void hire(String username, String organization, boolean active, Role role) {
        jdbc.update("""
                insert into officer (username, name, organization, password, active, changed_at)
                values (?, '示例员', ?, 'x', ?, now())""", username, organization, active);
        jdbc.update("insert into officer_role (username, role) values (?, ?)", username, role.name());
    }
}
