package rehearsal.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The connections of everybody at a simulated on-sale, and what all of them know how to do: to wait, and to solve. */
final class OnSaleHttp implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final int AT_ONCE = 128;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore lines = new Semaphore(AT_ONCE);

    /**
     * What was answered.
     *
     * @param cookie     name and value of the one it sets
     * @param retryAfter what a refusal asks for
     */
    record Reply(int status, JsonNode document, Optional<String> cookie, Duration retryAfter) {

        String code() {
            return document.path("code").asText();
        }

        /** Too many asked, or the service is busy: worth another try. */
        boolean asksForPatience() {
            return status == 429 || status == 503;
        }
    }

    /** A request of this visitor, from one of its addresses. */
    static HttpRequest.Builder request(URI url, OnSaleVisitor visitor, String address) {
        var request = HttpRequest.newBuilder(url).timeout(PATIENCE).header("X-Forwarded-For", address)
                .header("Origin", "http://" + url.getAuthority()).header("Content-Type", "application/json");
        visitor.kind().headers().forEach(request::header);
        return request;
    }

    Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        lines.acquire();
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), document(answer),
                    answer.headers().firstValue("Set-Cookie").map(set -> set.split(";", 2)[0]),
                    Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)));
        } finally {
            lines.release();
        }
    }

    /** Whoever looks like a browser is answered in few bytes. */
    private static JsonNode document(HttpResponse<byte[]> answer) {
        var body = new ByteArrayInputStream(answer.body());
        try {
            return answer.body().length == 0
                    ? JSON.createObjectNode()
                    : JSON.readTree(switch (answer.headers().firstValue("Content-Encoding").orElse("")) {
                        case "gzip" -> new GZIPInputStream(body);
                        case "deflate" -> new InflaterInputStream(body);
                        default -> body;
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("an answer that is no JSON", unreadable);
        }
    }

    static ObjectNode solve(JsonNode challenge) {
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
        return Integer.numberOfLeadingZeros(ByteBuffer.wrap(digest(text)).getInt());
    }

    static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
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
