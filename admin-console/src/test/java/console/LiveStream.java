package console;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page that listens to an event stream. */
final class LiveStream implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final List<String> heard = new ArrayList<>();

    LiveStream(String address, String session) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Cookie", "console=" + session).build();
        var lines = client.send(request, BodyHandlers.ofLines()).body();
        Thread.startVirtualThread(() -> {
            var event = new StringBuilder();
            lines.forEach(line -> {
                event.append(line).append('\n');
                if (line.isEmpty()) {
                    events.add(event.toString());
                    event.setLength(0);
                }
            });
        });
    }

    /** Until an event of that name has said that, now or before. */
    void await(String name, String said) throws InterruptedException {
        var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (heard.stream().noneMatch(event -> event.contains("event:" + name) && event.contains(said))) {
            var event = events.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (event == null) {
                fail("no %s with %s among %s", name, said, heard);
            }
            heard.add(event);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
