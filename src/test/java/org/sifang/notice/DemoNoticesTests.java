package org.sifang.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.SifangTest;
import org.sifang.organization.Actors;
import org.sifang.organization.Officers;
import org.sifang.worklist.WorkItems;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** In transactions that are taken back: the prepared notice itself belongs to the tests that sign it. */
@SifangTest
@Transactional
class DemoNoticesTests {

    private static final Instant MORNING = Instant.parse("2040-05-05T00:30:00Z");
    private static final String NUMBER = "通防指发〔2040〕1号";

    @Autowired
    NoticeLibrary library;

    @Autowired
    NoticeDesk desk;

    @Autowired
    Notices notices;

    @Autowired
    Announcements announcements;

    @Autowired
    WorkItems workItems;

    @Autowired
    Officers officers;

    @Autowired
    Actors actors;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingIsPrepared() {
        jdbc.sql("update notice set state = 'WITHDRAWN' where state = 'REVIEWED'")
                .update();
    }

    @Test
    void aNoticeOfTodayWaitsForTheLeadersSignatureAndForNothingElse() {
        startAt(MORNING);

        NoticeView prepared = prepared();
        assertThat(prepared.state()).isEqualTo(NoticeState.REVIEWED);
        assertThat(prepared.definition().obligation("stock").orElseThrow().due())
                .isEqualTo(Instant.parse("2040-05-05T13:00:00Z"));
        assertThat(notices.reviews(prepared.id(), prepared.version()))
                .extracting(Review::reviewer)
                .containsExactlyInAnyOrder("150500.health", "150500.justice");
        // The work list learns of it when the transaction ends.
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(prepared.id().toString())
                        .list())
                .extracting(Task::getTaskDefinitionKey)
                .containsExactly("Task_Sign");
    }

    @Test
    void startingAgainChangesNothing() {
        startAt(MORNING);
        NoticeView first = prepared();

        startAt(MORNING.plusSeconds(3600));

        assertThat(prepared()).isEqualTo(first);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void oneThatNobodySignedInTimeGetsTheDatesOfTheDayAndKeepsItsReviews() {
        startAt(MORNING);
        NoticeView first = prepared();

        startAt(Instant.parse("2040-05-07T00:30:00Z"));

        NoticeView redated = prepared();
        assertThat(redated.id()).isEqualTo(first.id());
        assertThat(redated.definition().obligation("stock").orElseThrow().due())
                .isEqualTo(Instant.parse("2040-05-07T13:00:00Z"));
        assertThat(redated.definition().clause("三(三)").text()).contains("5月7日21时前");
        assertThat(notices.reviews(redated.id(), redated.version()))
                .extracting(Review::verdict)
                .containsExactly(Verdict.APPROVED, Verdict.APPROVED);
        desk.sign(redated.id(), true, null, null, actors.byUsername("city.leader"));
        assertThat(notices.require(redated.id()).state()).isEqualTo(NoticeState.ISSUED);
        startAt(Instant.parse("2040-05-08T00:30:00Z"));
        assertThat(count()).as("it was signed").isEqualTo(1);
    }

    @Test
    void oneThatWasSentBackIsLeftToItsAuthors() {
        startAt(MORNING);
        desk.sign(prepared().id(), false, null, "请补充", actors.byUsername("city.leader"));

        startAt(Instant.parse("2040-05-07T00:30:00Z"));

        assertThat(count()).isEqualTo(1);
        assertThat(prepared().state()).isEqualTo(NoticeState.DRAFT);
        assertThat(prepared().definition().obligation("stock").orElseThrow().due())
                .isEqualTo(Instant.parse("2040-05-05T13:00:00Z"));
    }

    private void startAt(Instant moment) {
        new DemoNotices(
                        library,
                        desk,
                        notices,
                        announcements,
                        workItems,
                        officers,
                        actors,
                        jdbc,
                        Clock.fixed(moment, ZoneId.of("Asia/Shanghai")))
                .run(new DefaultApplicationArguments());
    }

    private NoticeView prepared() {
        return notices.require(ids().get(0));
    }

    private int count() {
        return ids().size();
    }

    private List<UUID> ids() {
        return jdbc.sql("select id from notice where number = :number order by drafted_at")
                .param("number", NUMBER)
                .query(UUID.class)
                .list();
    }
}
