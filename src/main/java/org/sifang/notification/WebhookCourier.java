package org.sifang.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.sifang.notification.Message.Channel;
import org.sifang.notification.Outcome.Cause;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells another system, by signed JSON. The signature is {@code HMAC-SHA256(secret, timestamp + "." + body)} in hex; the
 * timestamp, in seconds, lets the receiver refuse what somebody recorded and plays again. What is sent twice has the same
 * {@code Idempotency-Key}, and each message its own id. User names are the only trace of a person.
 */
@Component
@Order(2)
class WebhookCourier implements Courier {

    static final String SIGNATURE = "X-Sifang-Signature";
    static final String TIMESTAMP = "X-Sifang-Timestamp";
    static final String IDEMPOTENCY = "Idempotency-Key";

    private static final int CAPACITY = 100;

    /** Answers that ask for another try although they are in the four hundreds. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    private final WebhookSettings settings;
    private final MessageTexts texts;
    private final ObjectMapper json;
    private final HttpClient client;

    WebhookCourier(WebhookSettings settings, MessageTexts texts, ObjectMapper json) {
        this.settings = settings;
        this.texts = texts;
        this.json = json;
        this.client = HttpClient.newBuilder()
                .connectTimeout(settings.timeout())
                .version(HttpClient.Version.HTTP_1_1) // without the offer of HTTP/2, which some receivers stumble over
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private record Body(UUID id, List<Item> messages) {}

    private record Item(
            UUID id,
            Instant sentAt,
            String recipient,
            String key,
            List<String> args,
            String text,
            @Nullable String link,
            String subject) {}

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean open() {
        return settings.open();
    }

    @Override
    public Duration window() {
        return Duration.ZERO;
    }

    @Override
    public String destination(OutboxMessage message) {
        return "";
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public int batch() {
        return 2 * CAPACITY;
    }

    @Override
    public List<Outcome> deliver(List<Parcel> parcels) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Parcel parcel : parcels) {
            outcomes.add(deliver(parcel));
        }
        return outcomes;
    }

    private Outcome deliver(Parcel parcel) {
        try {
            int status = client.send(request(parcel), BodyHandlers.discarding()).statusCode();
            if (status >= 200 && status < 300) {
                return Outcome.delivered(parcel);
            }
            return status >= 500 || PASSING.contains(status)
                    ? Outcome.failed(parcel, Cause.REFUSED, status)
                    : Outcome.hopeless(parcel, Cause.REFUSED, status);
        } catch (HttpTimeoutException slow) {
            return Outcome.failed(parcel, Cause.TIMEOUT, null);
        } catch (IOException away) {
            return Outcome.failed(parcel, Cause.UNREACHABLE, null);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Outcome.failed(parcel, Cause.FAILED, null);
        }
    }

    private HttpRequest request(Parcel parcel) throws JsonProcessingException {
        byte[] body = json.writeValueAsBytes(new Body(
                parcel.delivery(), parcel.messages().stream().map(this::item).toList()));
        String timestamp = String.valueOf(parcel.takenAt().getEpochSecond());
        URI url = Objects.requireNonNull(settings.url());
        return HttpRequest.newBuilder(url)
                .timeout(settings.timeout())
                .header("Content-Type", "application/json")
                .header(IDEMPOTENCY, parcel.delivery().toString())
                .header(TIMESTAMP, timestamp)
                .header(SIGNATURE, "sha256=" + sign(Objects.requireNonNull(settings.secret()), timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private Item item(OutboxMessage message) {
        return new Item(
                message.id(),
                message.sentAt(),
                message.recipient(),
                message.key(),
                message.args(),
                texts.of(message.key(), message.args(), message.absent(), Locale.SIMPLIFIED_CHINESE),
                message.link(),
                message.subject());
    }

    static String sign(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", impossible);
        }
    }
}
