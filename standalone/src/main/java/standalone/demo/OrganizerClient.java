package standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Speaks to the front door as an organizer's own tools would. */
final class OrganizerClient {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();
    private final URI frontDoor;
    private final String token;

    private OrganizerClient(URI frontDoor, String token) {
        this.frontDoor = frontDoor;
        this.token = token;
    }

    static OrganizerClient signedIn(URI frontDoor, String email, String password) {
        var session = new OrganizerClient(frontDoor, "").post("/api/ticketing/staff/session",
                Map.of("email", email, "password", password));
        return new OrganizerClient(frontDoor, session.path("accessToken").asText());
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, json(body));
    }

    /** Sends a document as it is written. */
    JsonNode postDocument(String path, String document) {
        return send("POST", path, document);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, json(body));
    }

    /** @param alternative what the picture shows */
    JsonNode putPicture(String path, String alternative, byte[] jpeg) {
        var address = path + "?alternative=" + URLEncoder.encode(alternative, StandardCharsets.UTF_8);
        return send("PUT", address, "image/jpeg", BodyPublishers.ofByteArray(jpeg));
    }

    private JsonNode send(String method, String path, String body) {
        return send(method, path, "application/json", BodyPublishers.ofString(body));
    }

    private JsonNode send(String method, String path, String type, BodyPublisher body) {
        var request = HttpRequest.newBuilder(frontDoor.resolve(path)).timeout(PATIENCE)
                .header("Content-Type", type).method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = sendPatiently(request.build());
        if (answer.statusCode() / 100 != 2) {
            throw new DemoRefused("%s %s was answered %d: %s".formatted(method, path, answer.statusCode(),
                    answer.body().strip()));
        }
        return parsed(answer.body());
    }

    /** A part that is not there yet says when to come back. */
    private HttpResponse<String> sendPatiently(HttpRequest request) {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            for (var attempt = 1; attempt < ATTEMPTS && comeBack(answer.statusCode()); attempt++) {
                var seconds = answer.headers().firstValueAsLong("Retry-After").orElse(1);
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
                        .join();
                answer = client.send(request, BodyHandlers.ofString());
            }
            return answer;
        } catch (IOException e) {
            throw new DemoRefused(
                    request.method() + " " + request.uri().getPath() + " was not answered: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoRefused("interrupted");
        }
    }

    private static boolean comeBack(int status) {
        return status == 429 || status == 503;
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's own document cannot be written", e);
        }
    }

    private JsonNode parsed(String body) {
        try {
            return mapper.readTree(body.isEmpty() ? "{}" : body);
        } catch (IOException e) {
            throw new DemoRefused("an answer was no JSON");
        }
    }
}
