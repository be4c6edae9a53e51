package org.sifang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody signed in on the pages, whose requests go over the wire and are timed. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" (?:type=\"hidden\" )?value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final String base;

    private Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    public static Visitor signedIn(int port, String username) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(port);
        Matcher token = TOKEN.matcher(visitor.get("/login"));
        assertThat(token.find()).isTrue();
        String form = "username=" + username + "&password=sifang-demo&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        HttpResponse<String> answer = visitor.http.send(
                HttpRequest.newBuilder(URI.create(visitor.base + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.uri().getPath()).isEqualTo("/");
        return visitor;
    }

    public String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(base + path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Asks for the page one time after the other, from the first byte sent to the last byte read. */
    public Times time(String path, int warmUp, int times) throws IOException, InterruptedException {
        for (int i = 0; i < warmUp; i++) {
            get(path);
        }
        long[] taken = new long[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            get(path);
            taken[i] = System.nanoTime() - begun;
        }
        return Times.of(taken);
    }

    /** How long something takes that was done often. */
    public record Times(Duration p50, Duration p99) {

        public static Times of(long[] nanos) {
            long[] sorted = nanos.clone();
            Arrays.sort(sorted);
            return new Times(
                    Duration.ofNanos(sorted[sorted.length / 2]),
                    Duration.ofNanos(sorted[(int) Math.ceil(sorted.length * 0.99) - 1]));
        }

        @Override
        public String toString() {
            return "p50 %.2f ms, p99 %.2f ms".formatted(p50.toNanos() / 1e6, p99.toNanos() / 1e6);
        }
    }
}
