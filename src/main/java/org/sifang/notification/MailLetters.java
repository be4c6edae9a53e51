package org.sifang.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sifang.organization.Wording;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Writes the mails, in Chinese: plain text, one paragraph for each message. */
@Component
class MailLetters {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;
    private static final int LONGEST_SUBJECT = 60;

    private final MessageTexts texts;
    private final Wording wording;
    private final InternetAddress sender;
    private final @Nullable String house;

    /** @param house address under which people reach the pages, such as {@code https://sifang.example}; without it mails hold no links */
    MailLetters(
            MessageTexts texts,
            Wording wording,
            MailSettings settings,
            @Value("${spring.mail.username:}") String user,
            @Value("${sifang.url:}") String house)
            throws MessagingException {
        this.texts = texts;
        this.wording = wording;
        this.sender = sender(settings.from(), user);
        this.house = house.isBlank() ? null : house.replaceAll("/+$", "");
    }

    private static InternetAddress sender(@Nullable String from, String user) throws MessagingException {
        if (from != null && !from.isBlank()) {
            return new InternetAddress(from, true);
        }
        return new InternetAddress(user.contains("@") ? user : "sifang@localhost");
    }

    /** @throws MessagingException when the address is none */
    MimeMessage write(Parcel parcel, String email, MimeMessage mail) throws MessagingException {
        MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        helper.setFrom(sender);
        helper.setTo(new InternetAddress(email, true));
        helper.setSubject(subject(parcel));
        helper.setText(body(parcel), false);
        mail.setHeader("Message-ID", "<" + parcel.delivery() + "@" + domain() + ">");
        // Keeps out-of-office programs from answering (RFC 3834).
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    private String subject(Parcel parcel) {
        int count = parcel.messages().size();
        if (count > 1) {
            return texts.say("notification.mail.subject.many", LANGUAGE, count);
        }
        String sentence = sentence(parcel.messages().get(0)).replaceAll("\\s+", " ");
        String cut = sentence.codePointCount(0, sentence.length()) <= LONGEST_SUBJECT
                ? sentence
                : sentence.substring(0, sentence.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
        return texts.say("notification.mail.subject.one", LANGUAGE, cut);
    }

    private String body(Parcel parcel) {
        return parcel.messages().stream().map(this::paragraph).collect(Collectors.joining("\n\n")) + "\n\n-- \n"
                + texts.say("notification.mail.foot", LANGUAGE, "") + "\n";
    }

    private String paragraph(OutboxMessage message) {
        String paragraph = wording.moment(message.sentAt(), LANGUAGE) + "\n" + sentence(message);
        return house == null || message.link() == null ? paragraph : paragraph + "\n" + house + message.link();
    }

    private String sentence(OutboxMessage message) {
        return texts.of(message.key(), message.args(), message.absent(), LANGUAGE);
    }

    private String domain() {
        String address = sender.getAddress();
        return address.substring(address.indexOf('@') + 1);
    }
}
