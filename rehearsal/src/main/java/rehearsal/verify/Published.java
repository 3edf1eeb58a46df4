package rehearsal.verify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a release shows to everybody.
 *
 * @param fairness the fairness page
 * @param keys     the waiting room's public keys, a JWK set
 * @param log      the entries of the fairness log, at least as many as the tree head of the page covers
 */
record Published(JsonNode fairness, JsonNode keys, List<String> log) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_PAGES = 100_000;

    /** @param source address of a release's fairness page, or a directory written by {@link #export} */
    static Published from(String source) throws IOException, InterruptedException {
        if (!source.startsWith("http")) {
            var directory = Path.of(source);
            return new Published(JSON.readTree(directory.resolve("fairness.json").toFile()),
                    JSON.readTree(directory.resolve("jwks.json").toFile()),
                    Files.readAllLines(directory.resolve("log.txt")));
        }
        try (var client = HttpClient.newHttpClient()) {
            var fairness = JSON.readTree(get(client, source));
            var keys = JSON.readTree(get(client, source.replaceFirst("/releases/.*", "/jwks.json")));
            var log = new ArrayList<String>();
            for (var page = 0; page < MOST_PAGES && log.size() < fairness.path("treeSize").asLong(); page++) {
                var lines = get(client, source + "/log.txt?after=" + (log.size() - 1)).lines().toList();
                if (lines.isEmpty()) {
                    break;
                }
                log.addAll(lines);
            }
            return new Published(fairness, keys, log);
        }
    }

    void export(Path directory) throws IOException {
        Files.createDirectories(directory);
        JSON.writeValue(directory.resolve("fairness.json").toFile(), fairness);
        JSON.writeValue(directory.resolve("jwks.json").toFile(), keys);
        Files.write(directory.resolve("log.txt"), log);
    }

    String text(String field) {
        return fairness.path(field).asText("");
    }

    private static String get(HttpClient client, String address) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
