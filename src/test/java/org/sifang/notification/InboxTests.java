package org.sifang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sifang.notification.NotificationFixture.NOON;
import static org.sifang.notification.NotificationFixture.message;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.kernel.NotFoundException;
import org.sifang.notification.Message.Channel;

class InboxTests {

    private static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private NotificationFixture fixture;
    private Inbox inbox;

    @BeforeEach
    void open() {
        fixture = new NotificationFixture(null, null);
        inbox = fixture.inbox;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void holdsTheMessagesOfOneOfficerOnly() {
        fixture.send(message("150502.officer", "duty.reminded", "d1"), message("150502.leader", "duty.overdue", "d2"));
        assertThat(list("150502.officer")).extracting(InboxMessage::subject).containsExactly("d1");
        UUID others = list("150502.leader").get(0).id();
        assertThatThrownBy(() -> inbox.open("150502.officer", others, NOON)).isInstanceOf(NotFoundException.class);
        assertThat(inbox.unread("150502.leader")).isEqualTo(1);
    }

    @Test
    void aSubstituteGetsACopyThatSaysForWhom() {
        fixture.substituted("150502.leader", "150502.second");
        fixture.send(message("150502.leader", "duty.overdue", "d1"), message("150502.officer", "duty.overdue", "d1"));

        assertThat(list("150502.second")).singleElement().satisfies(copy -> {
            assertThat(copy.text()).startsWith("（代150502.leader）“存量排查”已逾期");
            assertThat(copy.link()).isEqualTo("/duties/d1");
        });
        assertThat(list("150502.leader")).hasSize(1);
        assertThat(list("150502.officer").get(0).text()).doesNotContain("代");
        assertThat(fixture.substitutionQueries()).as("however many recipients").isEqualTo(1);
    }

    @Test
    void whoGetsTheMessageHimselfGetsNoCopyOfIt() {
        fixture.substituted("150502.leader", "150502.officer");
        fixture.send(message("150502.leader", "duty.overdue", "d1"), message("150502.officer", "duty.overdue", "d1"));
        assertThat(list("150502.officer")).hasSize(1);

        fixture.send(message("150502.leader", "duty.overdue", "d2"));
        assertThat(list("150502.officer")).extracting(InboxMessage::subject).containsExactlyInAnyOrder("d1", "d2");
    }

    @Test
    void speaksTheReadersLanguage() {
        fixture.send(message("150502.officer", "duty.overdue", "d1"));
        assertThat(list("150502.officer").get(0).text()).isEqualTo("“存量排查”已逾期，截止时间为 2020-10-12T13:00:00Z。");
        assertThat(inbox.list("150502.officer", false, 0, 10, Locale.ENGLISH)
                        .items()
                        .get(0)
                        .text())
                .isEqualTo("存量排查 is overdue since 2020-10-12T13:00:00Z; it's late.");
    }

    @Test
    void showsUnreadOnesFirstAndMarksWhatIsOpened() {
        fixture.send(message("150502.officer", "duty.reminded", "d1"));
        fixture.send(message("150502.officer", "duty.reminded", "d2"));
        fixture.send(message("150502.officer", "duty.reminded", "d3"));
        UUID newest = list("150502.officer").get(0).id();
        assertThat(inbox.open("150502.officer", newest, NOON)).isEqualTo("/duties/d3");
        assertThat(list("150502.officer")).extracting(InboxMessage::subject).containsExactly("d2", "d1", "d3");
        assertThat(list("150502.officer").get(2).readAt()).isEqualTo(NOON);
        assertThat(inbox.list("150502.officer", true, 0, 10, CHINESE).total()).isEqualTo(2);
        assertThat(inbox.readAll("150502.officer", NOON)).isEqualTo(2);
        assertThat(inbox.unread("150502.officer")).isZero();
    }

    @Test
    void takesThousandsAtOnceAndKeepsTheOutboxEmptyWhileNoChannelIsConfigured() {
        fixture.notifications.send(IntStream.range(0, 5_000)
                .mapToObj(number -> message("150502.officer", "duty.reminded", "d" + number))
                .toList());
        assertThat(inbox.unread("150502.officer")).isEqualTo(5_000);
        assertThat(fixture.states()).isEmpty();
        assertThat(inbox.list("150502.officer", false, 1, 20, CHINESE).items()).hasSize(20);
    }

    @Test
    void takesAKeyWithOrWithoutItsBeginning() {
        fixture.send(message("150502.officer", "message.duty.overdue", "d1"));
        assertThat(list("150502.officer").get(0).key()).isEqualTo("duty.overdue");
        assertThat(list("150502.officer").get(0).text()).contains("已逾期");
    }

    @Test
    void leadsToPagesOfThisHouseOnly() {
        for (String link : List.of("https://elsewhere.example", "//elsewhere.example", "javascript:alert(1)")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Message("a", "b", List.of(), link, "c", Set.of(Channel.INBOX)));
        }
    }

    private List<InboxMessage> list(String username) {
        return inbox.list(username, false, 0, 10, CHINESE).items();
    }
}
