package org.sifang.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sifang.notification.NotificationFixture.SECRET;
import static org.sifang.notification.NotificationFixture.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sifang.organization.Scope;
import org.sifang.organization.Scope.Reach;

class WebhookCourierTests {

    private record Call(String key, String timestamp, String signature, byte[] body) {

        JsonNode json() throws IOException {
            return new JsonMapper().readTree(body);
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    private HttpServer server;
    private NotificationFixture fixture;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", this::answer);
        server.createContext("/elsewhere", this::answer);
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        fixture = new NotificationFixture(null, url);
    }

    @AfterEach
    void close() {
        fixture.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        calls.add(new Call(
                headers.getFirst("Idempotency-Key"),
                headers.getFirst("X-Sifang-Timestamp"),
                headers.getFirst("X-Sifang-Signature"),
                exchange.getRequestBody().readAllBytes()));
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void tellsWhatHappenedSignedAndWithoutAnAddress() throws IOException {
        fixture.send(message("150502.officer", "duty.overdue", "d1"));
        fixture.run();
        Call call = calls.get(0);
        assertThat(call.signature())
                .isEqualTo("sha256=" + WebhookCourier.sign(SECRET, call.timestamp(), call.body()))
                .matches("sha256=[0-9a-f]{64}");
        JsonNode body = call.json();
        assertThat(body.path("id").asText()).isEqualTo(call.key());
        JsonNode message = body.path("messages").path(0);
        assertThat(message.path("recipient").asText()).isEqualTo("150502.officer");
        assertThat(message.path("key").asText()).isEqualTo("duty.overdue");
        assertThat(message.path("text").asText()).startsWith("“存量排查”已逾期");
        assertThat(message.path("link").asText()).isEqualTo("/duties/d1");
        assertThat(message.path("subject").asText()).isEqualTo("d1");
        assertThat(body.toString()).doesNotContain("@").doesNotContain("示例");
        assertThat(fixture.states()).containsExactly("DELIVERED");
    }

    /** Computed with `openssl dgst -sha256 -hmac not-a-secret`. */
    @Test
    void signsAsDocumented() {
        assertThat(WebhookCourier.sign(SECRET, "1602475200", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("d1fe24eb1194f5fa441851f046b22ac446dc883c552891e0e344db1ff21a146f");
    }

    @Test
    void tellsManyAtATime() throws IOException {
        fixture.send(IntStream.range(0, 250)
                .mapToObj(number -> message("150502.officer", "duty.reminded", "d" + number))
                .toArray(Message[]::new));
        fixture.run();
        int told = 0;
        for (Call call : calls) {
            told += call.json().path("messages").size();
        }
        assertThat(told).isEqualTo(250);
        assertThat(calls).hasSize(3);
    }

    @Test
    void twoNodesNeverTellTheSameTwice() throws IOException {
        fixture.send(IntStream.range(0, 1_000)
                .mapToObj(number -> message("150502.officer", "duty.reminded", "d" + number))
                .toArray(Message[]::new));
        CompletableFuture.allOf(CompletableFuture.runAsync(this::node), CompletableFuture.runAsync(this::node))
                .join();
        List<String> told = new ArrayList<>();
        for (Call call : calls) {
            call.json()
                    .path("messages")
                    .forEach(message -> told.add(message.path("id").asText()));
        }
        assertThat(told).hasSize(1_000).doesNotHaveDuplicates();
    }

    private void node() {
        new Dispatcher(
                        List.of(fixture.context.getBean(WebhookCourier.class)),
                        fixture.outbox,
                        fixture.context.getBean(OutboxSettings.class))
                .runNow();
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "429", "408"})
    void asksAgainUnderTheSameKeyWhenTheReceiverIsInTrouble(int trouble) {
        status = trouble;
        fixture.send(message("150502.officer", "duty.overdue", "d1"));
        fixture.run();
        assertThat(fixture.states()).containsExactly("WAITING");
        status = 200;
        fixture.letPauseEnd();
        fixture.run();
        assertThat(fixture.states()).containsExactly("DELIVERED");
        assertThat(calls)
                .extracting(Call::key)
                .hasSize(2)
                .containsOnly(calls.get(0).key());
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "404", "302"})
    void givesUpWhenTheReceiverDoesNotWantIt(int refusal) {
        status = refusal;
        fixture.send(message("150502.officer", "duty.overdue", "d1"));
        fixture.run();
        assertThat(calls).hasSize(1);
        assertThat(fixture.states()).containsExactly("DEAD");
        assertThat(fixture.undelivered
                        .list(new Scope(List.of(new Reach("15", null, null))), Locale.SIMPLIFIED_CHINESE)
                        .get(0)
                        .cause())
                .isEqualTo("对方服务器拒绝接收（应答码 " + refusal + "）。");
    }

    @Test
    void triesAgainWhenNobodyAnswers() {
        server.stop(0);
        fixture.send(message("150502.officer", "duty.overdue", "d1"));
        fixture.run();
        assertThat(fixture.states()).containsExactly("WAITING");
        assertThat(fixture.pause()).isEqualTo(1);
    }

    @Test
    void wantsASecretAndKeepsIt() {
        URI url = URI.create("https://hook.example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebhookSettings(true, url, null, Duration.ofSeconds(1)))
                .withMessageContaining("sifang.webhook.secret");
        assertThat(new WebhookSettings(true, url, SECRET, Duration.ofSeconds(1)).toString())
                .doesNotContain(SECRET);
        assertThat(new WebhookSettings(false, url, SECRET, Duration.ofSeconds(1)).open())
                .isFalse();
    }
}
