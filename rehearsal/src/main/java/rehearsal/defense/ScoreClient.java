package rehearsal.defense;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asks a running stack what requests would get, as its admin. */
final class ScoreClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String stack;
    private String token = "";

    ScoreClient(String stack) {
        this.stack = stack.replaceFirst("/+$", "");
    }

    void signIn(String email, String password) throws IOException, InterruptedException {
        token = post("/api/ticketing/staff/session", Map.of("email", email, "password", password)).path("accessToken")
                .asText();
    }

    /** @param policy a draft; empty for what is in force */
    JsonNode score(Client client, Map<String, Object> policy) throws IOException, InterruptedException {
        var request = new HashMap<>(client.asRequest());
        if (!policy.isEmpty()) {
            request.put("policy", policy);
        }
        return post("/api/waiting-room/defense/score", request);
    }

    private JsonNode post(String path, Map<String, Object> body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(stack + path)).header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(
                request.POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.close();
    }
}
