package org.sifang.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Outcome.Cause;
import org.sifang.organization.Officer;
import org.sifang.organization.Officers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Delivers by mail: one mail for what comes to one officer within the window. */
@Component
@Order(1)
class MailCourier implements Courier {

    private static final int BATCH = 20;
    private static final int CAPACITY = 50;

    private final Optional<JavaMailSender> server;
    private final MailSettings settings;
    private final MailLetters letters;
    private final Officers officers;

    MailCourier(ObjectProvider<JavaMailSender> server, MailSettings settings, MailLetters letters, Officers officers) {
        this.server = Optional.ofNullable(server.getIfAvailable());
        this.settings = settings;
        this.letters = letters;
        this.officers = officers;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean open() {
        return settings.enabled() && server.isPresent();
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    @Override
    public String destination(OutboxMessage message) {
        return message.recipient();
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public int batch() {
        return BATCH;
    }

    @Override
    public List<Outcome> deliver(List<Parcel> parcels) {
        JavaMailSender sender = server.orElseThrow();
        List<Outcome> outcomes = new ArrayList<>();
        Map<MimeMessage, Parcel> written = new LinkedHashMap<>();
        for (Parcel parcel : parcels) {
            Optional<Officer> officer = officers.find(parcel.messages().get(0).recipient());
            String email = officer.map(Officer::email).orElse(null);
            if (officer.filter(Officer::active).isEmpty()) {
                outcomes.add(Outcome.skipped(parcel, Cause.NOBODY));
            } else if (email == null || email.isBlank()) {
                outcomes.add(Outcome.skipped(parcel, Cause.NO_ADDRESS));
            } else {
                try {
                    written.put(letters.write(parcel, email, sender.createMimeMessage()), parcel);
                } catch (MessagingException badAddress) {
                    outcomes.add(Outcome.hopeless(parcel, Cause.ADDRESS_REFUSED, null));
                }
            }
        }
        outcomes.addAll(send(sender, written));
        return outcomes;
    }

    private static List<Outcome> send(JavaMailSender sender, Map<MimeMessage, Parcel> written) {
        if (written.isEmpty()) {
            return List.of();
        }
        Map<Object, Exception> failed = new HashMap<>();
        try {
            sender.send(written.keySet().toArray(MimeMessage[]::new));
        } catch (MailSendException some) {
            failed.putAll(some.getFailedMessages());
        } catch (MailException all) {
            written.keySet().forEach(mail -> failed.put(mail, all));
        }
        List<Outcome> outcomes = new ArrayList<>();
        written.forEach((mail, parcel) -> {
            Exception why = failed.get(mail);
            outcomes.add(why == null ? Outcome.delivered(parcel) : outcome(parcel, why));
        });
        return outcomes;
    }

    /** A server that answers 4xx wants to be asked again, one that answers 5xx does not (RFC 5321, 4.2.1). */
    private static Outcome outcome(Parcel parcel, Exception why) {
        if (why instanceof MailAuthenticationException) {
            return Outcome.failed(parcel, Cause.LOGIN_REFUSED, null);
        }
        for (Throwable cause = why; cause != null; cause = next(cause)) {
            if (cause instanceof SMTPAddressFailedException address) {
                return answer(parcel, Cause.ADDRESS_REFUSED, address.getReturnCode());
            }
            if (cause instanceof SMTPSendFailedException refused && refused.getNextException() == null) {
                return answer(parcel, Cause.REFUSED, refused.getReturnCode());
            }
            if (cause instanceof AddressException) {
                return Outcome.hopeless(parcel, Cause.ADDRESS_REFUSED, null);
            }
            if (cause instanceof SocketTimeoutException) {
                return Outcome.failed(parcel, Cause.TIMEOUT, null);
            }
            if (cause instanceof IOException) {
                return Outcome.failed(parcel, Cause.UNREACHABLE, null);
            }
        }
        return Outcome.failed(parcel, Cause.FAILED, null);
    }

    private static Outcome answer(Parcel parcel, Cause cause, int code) {
        return code >= 500 ? Outcome.hopeless(parcel, cause, code) : Outcome.failed(parcel, cause, code);
    }

    @Nullable
    private static Throwable next(Throwable cause) {
        if (cause instanceof MessagingException mail && mail.getNextException() != null) {
            return mail.getNextException();
        }
        return cause.getCause();
    }
}
