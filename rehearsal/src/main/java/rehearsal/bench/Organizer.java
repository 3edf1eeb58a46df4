package rehearsal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import rehearsal.load.Crowd;
import rehearsal.load.Jws;

/** Plans releases as staff do, with a token such as the core would issue. */
final class Organizer {

    static final String ORGANIZATION = "benchmarks";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final int MOST_ATTEMPTS = 6;
    private static final int UNAVAILABLE = 503;
    private static final int SHIFT_SECONDS = 8 * 3600;

    private final Path keyFile;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Organizer(Path keyFile) {
        this.keyFile = keyFile;
    }

    /** Creates a release that is open now, except for what the fields say otherwise. */
    void plan(int port, String release, Map<String, Object> fields) throws IOException {
        var document = new LinkedHashMap<String, Object>(Map.of("eventId", "event-" + release, "organizationId",
                ORGANIZATION, "title", "A benchmark", "opensAt", Instant.now().minusSeconds(5).toString(),
                "ratePerMinute", 600, "maxActive", 100));
        document.putAll(fields);
        send(request(port, release).PUT(body(document)), 201);
    }

    void change(int port, String release, Map<String, Object> fields) throws IOException {
        send(request(port, release).header("If-Match", "*").method("PATCH", body(fields)), 200);
    }

    /** Tells everybody something; the status changes with it. */
    void announce(int port, String release, String message) throws IOException {
        change(port, release, Map.of("message", message));
    }

    /** Turns the bot defense on or off, as an admin. */
    void stand(int port, String stance) throws IOException {
        send(HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:%d/api/waiting-room/defense/policy/stance".formatted(port)))
                .timeout(PATIENCE).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token("admin", Map.of()))
                .POST(body(Map.of("stance", stance, "reason", "benchmark"))), 200);
    }

    /**
     * Makes the defense's puzzles a hundred times smaller: here one machine works for everybody, and what counts is who can
     * answer at all.
     */
    void shrinkPuzzles(int port) throws IOException {
        change(port, document -> {
            ((ObjectNode) document.path("challenge").path("light")).put("bits", 6);
            ((ObjectNode) document.path("challenge").path("medium")).put("bits", 9);
        });
    }

    /** Has every rule of the defense's policy count, and not only those that begin so. */
    void enforceAll(int port) throws IOException {
        change(port, document -> document.path("rules").forEach(rule -> ((ObjectNode) rule).put("mode", "ENFORCE")));
    }

    private void change(int port, Consumer<JsonNode> change) throws IOException {
        var policy = URI.create("http://127.0.0.1:%d/api/waiting-room/defense/policy".formatted(port));
        var admin = "Bearer " + token("admin", Map.of());
        var document = json.readTree(send(HttpRequest.newBuilder(policy).timeout(PATIENCE)
                .header("Authorization", admin).GET(), 200).body());
        change.accept(document);
        send(HttpRequest.newBuilder(policy).timeout(PATIENCE).header("Content-Type", "application/json")
                .header("Authorization", admin).header("If-Match", "*")
                .PUT(BodyPublishers.ofByteArray(json.writeValueAsBytes(document))), 200);
    }

    private HttpRequest.Builder request(int port, String release) throws IOException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/waiting-room/releases/%s".formatted(port,
                release))).timeout(PATIENCE).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token("organizer", Map.of(ORGANIZATION, "organizer")));
    }

    private HttpRequest.BodyPublisher body(Map<String, Object> fields) throws IOException {
        return BodyPublishers.ofByteArray(json.writeValueAsBytes(fields));
    }

    /** Staff try again when a service is too busy to answer. */
    private HttpResponse<String> send(HttpRequest.Builder request, int expected) throws IOException {
        for (var attempt = 1;; attempt++) {
            var response = answer(request);
            if (response.isPresent() && response.get().statusCode() == expected) {
                return response.get();
            }
            var busy = response.map(answer -> answer.statusCode() == UNAVAILABLE).orElse(true);
            if (!busy || attempt == MOST_ATTEMPTS) {
                throw new IOException("refused with " + response.map(answer -> answer.statusCode() + ": "
                        + answer.body()).orElse("silence"));
            }
            Crowd.pause(BETWEEN_ATTEMPTS);
        }
    }

    private Optional<HttpResponse<String>> answer(HttpRequest.Builder request) throws IOException {
        try {
            return Optional.of(client.send(request.build(), BodyHandlers.ofString()));
        } catch (HttpTimeoutException late) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private String token(String role, Map<String, String> organizations) throws IOException {
        var now = Instant.now().getEpochSecond();
        var claims = Map.of("iss", "ticketing-core", "aud", "ticket-d-saster", "sub", "benchmarks", "iat", now, "exp",
                now + SHIFT_SECONDS, "groups", new String[]{ role }, "organizations", organizations);
        return Jws.sign(key(), "{\"alg\":\"ES256\",\"typ\":\"JWT\"}", json.writeValueAsString(claims));
    }

    private PrivateKey key() throws IOException {
        var pem = Files.readString(keyFile).replaceAll("-----[A-Z ]+-----", "");
        try {
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        } catch (GeneralSecurityException e) {
            throw new IOException("the staff key is unreadable", e);
        }
    }
}
