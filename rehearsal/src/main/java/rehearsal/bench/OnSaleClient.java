package rehearsal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Joins as somebody at a simulated on-sale: in two steps, patient when told to wait, and solving what it can solve. */
final class OnSaleClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ATTEMPTS = 6;
    private static final int MOST_LOOKS = 10;
    private static final int AT_ONCE = 128;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore lines = new Semaphore(AT_ONCE);
    private final URI visitors;

    OnSaleClient(int port, String release) {
        visitors = URI.create("http://127.0.0.1:%d/api/waiting-room/releases/%s/visitors".formatted(port, release));
    }

    /** The place, if one was taken and not put aside; one that another of the same key took before is not counted. */
    OnSaleStay join(OnSaleVisitor visitor) throws IOException, InterruptedException {
        pause(visitor.arrives());
        var body = JSON.createObjectNode();
        body.set("key", JSON.readTree(visitor.key()));
        if (visitor.kind().marked()) {
            body.putArray("marks").add("webdriver");
        }
        var cookie = "";
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var answer = post(visitor, body, cookie);
            cookie = answer.headers().firstValue("Set-Cookie").map(set -> set.split(";", 2)[0]).orElse(cookie);
            var document = JSON.readTree(answer.body());
            switch (answer.statusCode()) {
                case 201 -> {
                    return document.path("state").asText().equals("REVIEW")
                            ? OnSaleStay.outside(visitor)
                            : new OnSaleStay(visitor, cookie, document.path("place").asLong());
                }
                case 202, 425 -> pause(document.path("retryAfterMillis").asLong(1_300));
                case 429 -> pause(1_000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
                case 403 -> {
                    if (!visitor.kind().solves() || !document.path("code").asText().equals("challenge-required")) {
                        return OnSaleStay.outside(visitor);
                    }
                    body.set("solution", solve(document.path("challenge")));
                }
                default -> {
                    return OnSaleStay.outside(visitor);
                }
            }
        }
        return OnSaleStay.outside(visitor);
    }

    /** What the draw gave. */
    OnSaleStay lookUp(OnSaleStay stay) throws IOException, InterruptedException {
        for (var look = 0; look < MOST_LOOKS && !stay.cookie().isEmpty(); look++) {
            var answer = send(request(URI.create(visitors + "/me"), stay.visitor(), stay.cookie()).GET());
            var place = JSON.readTree(answer.body()).path("place").asLong();
            if (answer.statusCode() == 200 && place > 0) {
                return new OnSaleStay(stay.visitor(), stay.cookie(), place);
            }
            pause(1_100);
        }
        return OnSaleStay.outside(stay.visitor());
    }

    private HttpResponse<String> post(OnSaleVisitor visitor, ObjectNode body, String cookie)
            throws IOException, InterruptedException {
        return send(request(visitors, visitor, cookie).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(URI address, OnSaleVisitor visitor, String cookie) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("X-Forwarded-For", visitor.address())
                .header("Origin", "http://" + visitors.getAuthority());
        visitor.kind().headers().forEach(request::header);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        lines.acquire();
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } finally {
            lines.release();
        }
    }

    private static ObjectNode solve(JsonNode challenge) {
        var solution = JSON.createObjectNode().put("token", challenge.path("token").asText());
        var nonces = solution.putArray("nonces");
        var bits = challenge.path("bits").asInt();
        for (var i = 0; i < challenge.path("count").asInt(); i++) {
            var start = challenge.path("salt").asText() + ":" + i + ":";
            var nonce = OptionalLong.empty();
            for (var tried = 0L; nonce.isEmpty(); tried++) {
                nonce = zeroBits(start + tried) >= bits ? OptionalLong.of(tried) : nonce;
            }
            nonces.add(String.valueOf(nonce.getAsLong()));
        }
        return solution;
    }

    private static int zeroBits(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }

    private static void pause(long millis) {
        pause(Duration.ofMillis(millis));
    }

    static void pause(Duration asked) {
        var until = System.nanoTime() + asked.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
