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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import rehearsal.bench.OnSaleBench.OnSaleVisitor;

/** Joins as somebody at a simulated on-sale: in two steps, patient when told to wait, and solving what it can solve. */
final class OnSaleClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI visitors;

    OnSaleClient(int port, String release) {
        visitors = URI.create("http://127.0.0.1:%d/api/waiting-room/releases/%s/visitors".formatted(port, release));
    }

    /** The place, if one was taken and not put aside; one that another of the same key took before is not counted. */
    Optional<Long> join(OnSaleVisitor visitor) throws IOException, InterruptedException {
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
                            ? Optional.empty()
                            : Optional.of(document.path("place").asLong());
                }
                case 202, 425 -> pause(document.path("retryAfterMillis").asLong(1_300));
                case 429 -> pause(1_000 * answer.headers().firstValueAsLong("Retry-After").orElse(1));
                case 403 -> {
                    if (!visitor.kind().solves() || !document.path("code").asText().equals("challenge-required")) {
                        return Optional.empty();
                    }
                    body.set("solution", solve(document.path("challenge")));
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private HttpResponse<String> post(OnSaleVisitor visitor, ObjectNode body, String cookie)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(visitors).timeout(PATIENCE).header("Content-Type", "application/json")
                .header("X-Forwarded-For", visitor.address()).header("Origin", "http://" + visitors.getAuthority())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        visitor.kind().headers().forEach(request::header);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
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
        var until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
