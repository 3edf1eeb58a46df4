package console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A waiting room and a core that answer what the contract says, and remember what they were asked. */
public class StubServices implements QuarkusTestResourceLifecycleManager {

    static final List<String> REQUESTS = new CopyOnWriteArrayList<>();

    private static final String RELEASE = """
            {"id": "spring", "eventId": "e1", "organizationId": "o1", "title": "Doors <open>", "policy": "FIFO",
             "phase": "OPEN", "mode": "AUTO", "message": null, "opensAt": "2026-11-23T07:00:00.000Z",
             "ratePerMinute": 60, "maxActive": 20, "version": 3}
            """;
    private static final String EVENTS = """
            {"items": [
              {"id": "e2", "title": "Quiet evening", "startsAt": "2026-12-01T19:00:00.000Z", "gated": false,
               "venue": {"id": "v", "name": "Club", "city": "Berlin"}},
              {"id": "e1", "title": "Big night", "startsAt": "2026-12-24T19:00:00.000Z", "gated": true,
               "venue": {"id": "v", "name": "Hall", "city": "Wien"}}],
             "next": null, "facets": {}}
            """;
    private static final String FIGURES = """
            {"waiting": 1234, "called": 5, "admitted": 77, "alive": 6, "done": 42, "noShows": 3, "waitP50": null,
             "waitP95": 12.5, "ratePerMinuteNow": 59, "why": "at full speed", "left": 0}
            """;

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("stub does not start", e);
        }
        server.createContext("/", StubServices::answer);
        server.start();
        var url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of("TICKETING_URL", url, "WAITING_ROOM_URL", url);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var seen = String.valueOf(exchange.getRequestHeaders().getFirst("If-Match"));
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        REQUESTS.add(call + " " + bearer + " " + seen + " " + body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        switch (call) {
            case "POST /api/ticketing/staff/session" -> signIn(exchange, body);
            case "POST /api/ticketing/staff/invitations/acceptance" -> acceptInvitation(exchange, body);
            case "GET /api/ticketing/events" -> send(exchange, 200, EVENTS);
            case "GET /api/waiting-room/releases" -> send(exchange, 200, "{\"items\": [" + RELEASE + "]}");
            case "GET /api/waiting-room/releases/spring" -> {
                exchange.getResponseHeaders().add("ETag", "\"3\"");
                send(exchange, 200, RELEASE);
            }
            case "GET /api/waiting-room/releases/spring/figures" -> figures(exchange, bearer);
            case "POST /api/waiting-room/releases/spring/mode" -> send(exchange, 200, RELEASE);
            case "PATCH /api/waiting-room/releases/spring" -> change(exchange, seen, body);
            default -> send(exchange, 404, problem(404, "unknown-release", "No such release"));
        }
    }

    private static void signIn(HttpExchange exchange, String body) throws IOException {
        if (body.contains("\"right\"")) {
            send(exchange, 200, """
                    {"accessToken": "staff-token", "expiresInSeconds": 28800, "roles": ["admin"]}""");
        } else if (body.contains("\"expired\"")) {
            send(exchange, 200, """
                    {"accessToken": "old-token", "expiresInSeconds": 28800, "roles": ["admin"]}""");
        } else {
            send(exchange, 401, problem(401, "invalid-credentials", "E-mail or password is wrong"));
        }
    }

    private static void acceptInvitation(HttpExchange exchange, String body) throws IOException {
        if (body.contains("\"good\"")) {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        } else if (body.contains("\"broken\"")) {
            send(exchange, 500, problem(500, "internal-error", "Something went wrong"));
        } else {
            send(exchange, 410, problem(410, "invitation-over", "This invitation is not good any more"));
        }
    }

    private static void figures(HttpExchange exchange, String bearer) throws IOException {
        if (bearer.equals("Bearer staff-token")) {
            send(exchange, 200, FIGURES);
        } else {
            send(exchange, 401, problem(401, "not-authenticated", "You are not signed in"));
        }
    }

    private static void change(HttpExchange exchange, String seen, String body) throws IOException {
        if (!seen.equals("\"3\"")) {
            send(exchange, 412, problem(412, "stale", "Changed meanwhile"));
        } else if (body.contains("999999")) {
            send(exchange, 400, problem(400, "invalid", "Some values are not valid"));
        } else {
            send(exchange, 200, RELEASE);
        }
    }

    private static String problem(int status, String code, String title) {
        return "{\"status\": %d, \"code\": \"%s\", \"title\": \"%s\", \"detail\": \"Do better.\"}".formatted(status,
                code, title);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
