package org.sifang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sifang.notification.NotificationFixture.message;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sifang.kernel.NotFoundException;
import org.sifang.organization.Scope;
import org.sifang.organization.Scope.Reach;

class MailCourierTests {

    private static final Scope COUNTY = new Scope(List.of(new Reach("150502", null, null)));

    private GreenMail server;
    private int port;
    private NotificationFixture fixture;

    @BeforeEach
    void open() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        port = server.getSmtp().getPort();
        fixture = new NotificationFixture(port, null);
    }

    @AfterEach
    void close() {
        fixture.close();
        server.stop();
    }

    @Test
    void writesToTheOfficerInChinese() throws MessagingException, IOException {
        fixture.send(message("150502.officer", "duty.reminded", "d1"));
        fixture.run();
        MimeMessage mail = received(1).get(0);
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("150502.officer@sifang.example");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("sifang@sifang.example");
        assertThat(mail.getSubject()).isEqualTo("【四方】“存量排查”将于 2020-10-12T13:00:00Z 截止，请抓紧办理。");
        assertThat(mail.getContentType()).contains("text/plain").contains("UTF-8");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat((String) mail.getContent())
                .startsWith("2020年10月12日 12:00")
                .contains("请抓紧办理。", "https://sifang.example/duties/d1", "请勿回复");
        assertThat(fixture.states()).containsExactly("DELIVERED");
    }

    @Test
    void sendsOneMailForWhatComesToOneOfficerTogether() throws MessagingException, IOException {
        fixture.send(
                message("150502.officer", "duty.reminded", "d1"),
                message("150502.leader", "duty.reminded", "d1"),
                message("150502.officer", "duty.overdue", "d2"));
        fixture.run();
        List<MimeMessage> mails = received(2);
        assertThat(mails.stream().map(MailCourierTests::subject))
                .containsExactlyInAnyOrder("【四方】您有 2 条新消息", "【四方】“存量排查”将于 2020-10-12T13:00:00Z 截止，请抓紧办理。");
        MimeMessage both = mails.stream()
                .filter(mail -> subject(mail).contains("2 条"))
                .findFirst()
                .orElseThrow();
        assertThat((String) both.getContent()).contains("/duties/d1", "/duties/d2");
    }

    @Test
    void neverSendsAReminderTogetherWithTheWordThatItIsTooLate() {
        fixture.send(
                message("150502.officer", "duty.reminded", "d1"), message("150502.officer", "duty.reminded", "d2"));
        fixture.send(message("150502.officer", "duty.overdue", "d1"));
        fixture.run();
        assertThat(fixture.states()).containsExactly("SUPERSEDED", "DELIVERED", "DELIVERED");
        assertThat(subject(received(1).get(0))).contains("2 条");
        assertThat(fixture.inbox
                        .list("150502.officer", false, 0, 10, Locale.SIMPLIFIED_CHINESE)
                        .total())
                .isEqualTo(3);
    }

    @Test
    void sendsNothingWhenTheTransactionIsTakenBack() {
        fixture.transaction.executeWithoutResult(status -> {
            fixture.send(message("150502.officer", "duty.reminded", "d1"));
            status.setRollbackOnly();
        });
        fixture.run();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(fixture.inbox.unread("150502.officer")).isZero();
    }

    @Test
    void leavesAtOnceAfterTheCommitOfTheSender() {
        fixture.transaction.executeWithoutResult(
                status -> fixture.notifications.send(List.of(message("150502.officer", "duty.reminded", "d1"))));
        // The dispatcher polls once a day here; only the commit can have woken it.
        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
    }

    @Test
    void leavesOutWhoHasNoAddressOrIsGone() {
        fixture.send(
                message("no.mail", "duty.reminded", "d1"),
                message("gone", "duty.reminded", "d1"),
                message("nobody", "duty.reminded", "d1"),
                message("bad.mail", "duty.reminded", "d1"),
                message("150502.officer", "duty.reminded", "d1"));
        fixture.run();
        received(1);
        assertThat(fixture.states()).containsExactly("SKIPPED", "SKIPPED", "SKIPPED", "DEAD", "DELIVERED");
    }

    @Test
    void triesAgainAfterGrowingPausesAndGivesUpWithACauseInWords() throws MessagingException {
        server.stop();
        fixture.send(message("150502.officer", "duty.reminded", "d1"));
        fixture.run();
        assertThat(fixture.states()).containsExactly("WAITING");
        assertThat(fixture.pause()).isEqualTo(NotificationFixture.FIRST_PAUSE.toMinutes());
        fixture.letPauseEnd();
        fixture.run();
        assertThat(fixture.pause()).isEqualTo(NotificationFixture.SECOND_PAUSE.toMinutes());
        assertThat(fixture.undelivered.list(COUNTY, Locale.SIMPLIFIED_CHINESE)).isEmpty();
        fixture.letPauseEnd();
        fixture.run();
        assertThat(fixture.states()).containsExactly("DEAD");

        var givenUp = fixture.undelivered.list(COUNTY, Locale.SIMPLIFIED_CHINESE);
        assertThat(givenUp).hasSize(1);
        assertThat(givenUp.get(0).cause()).isEqualTo("对方服务器连接不上。请检查网络和服务器地址。");
        assertThat(givenUp.get(0).attempts()).isEqualTo(3);
        assertThat(fixture.undelivered.list(Scope.NOTHING, Locale.SIMPLIFIED_CHINESE))
                .isEmpty();
        UUID id = givenUp.get(0).id();
        assertThatThrownBy(() -> fixture.undelivered.again(id, Scope.NOTHING)).isInstanceOf(NotFoundException.class);

        restart();
        fixture.undelivered.again(id, COUNTY);
        fixture.run();
        received(1);
        assertThat(fixture.states()).containsExactly("DELIVERED");
    }

    @Test
    void aReminderThatCouldNotLeaveIsReplacedToo() {
        server.stop();
        fixture.send(message("150502.officer", "duty.reminded", "d1"));
        fixture.run();
        fixture.send(message("150502.officer", "duty.overdue", "d1"));
        restart();
        fixture.letPauseEnd();
        fixture.run();
        assertThat(subject(received(1).get(0))).contains("已逾期");
    }

    /** A node that dies between delivery and note. */
    @Test
    void deliversAgainUnderTheSameIdWhenTheNoteOfItWasLost() throws MessagingException {
        fixture.send(message("150502.officer", "duty.reminded", "d1"));
        MailCourier courier = fixture.context.getBean(MailCourier.class);
        courier.deliver(fixture.outbox.claim(courier, Duration.ofMinutes(5)));
        fixture.run();
        received(1);

        fixture.send(message("150502.officer", "duty.overdue", "d2"));
        fixture.letPauseEnd();
        fixture.run();
        List<MimeMessage> mails = received(3);
        assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());
        assertThat(mails.get(2).getMessageID()).isNotEqualTo(mails.get(0).getMessageID());
        assertThat(subject(mails.get(1))).isEqualTo(subject(mails.get(0)));
    }

    private void restart() {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    private List<MimeMessage> received(int count) {
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(count);
        return List.of(mails);
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
