package ticketing.availability;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;

/** A browser that watches an event: reads server-sent events as they come. */
final class SeatStream implements AutoCloseable {

    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final HttpResponse<java.io.InputStream> response;

    /** What came: a named event, or a comment. */
    record Message(String name, String id, JsonPath data) {}

    private SeatStream(HttpResponse<java.io.InputStream> response) {
        this.response = response;
        Thread.ofVirtual().start(this::read);
    }

    static SeatStream open(String event, String lastEventId) throws IOException, InterruptedException {
        var request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:%d/api/ticketing/events/%s/availability/stream"
                        .formatted(RestAssured.port, event)))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new SeatStream(HttpClient.newHttpClient().send(request.build(),
                HttpResponse.BodyHandlers.ofInputStream()));
    }

    int status() {
        return response.statusCode();
    }

    /** The next message with a name; heartbeats are passed over. */
    Message next() throws InterruptedException {
        while (true) {
            var message = messages.poll(12, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing came");
            }
            if (message.name() != null) {
                return message;
            }
        }
    }

    /** The next message of any kind. */
    Message any() throws InterruptedException {
        return messages.poll(15, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String name = null;
            String id = null;
            String data = "";
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    messages.add(new Message(name, id, data.isEmpty() ? null : JsonPath.from(data)));
                    name = null;
                    data = "";
                } else if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring("data:".length()).strip();
                }
            }
        } catch (IOException closed) {
            messages.add(new Message(null, null, null));
        }
    }
}
