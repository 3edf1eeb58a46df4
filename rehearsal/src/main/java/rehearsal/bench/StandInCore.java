package rehearsal.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpServer;

/** Stands in for the ticketing core: every event belongs to the organizer of the benchmarks. */
final class StandInCore implements AutoCloseable {

    private final HttpServer server;

    StandInCore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/ticketing/events/", exchange -> {
            var event = exchange.getRequestURI().getPath().split("/")[4];
            var answer = "{\"eventId\":\"%s\",\"organizationId\":\"%s\"}".formatted(event, Organizer.ORGANIZATION)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
