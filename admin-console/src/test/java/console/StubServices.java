package console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

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
    private static final String FIGURES = """
            {"waiting": %d, "called": 5, "admitted": 77, "alive": 6, "done": 42, "noShows": 3, "why": "at full speed"}
            """;

    private static final AtomicInteger WAITING = new AtomicInteger(1234);
    private static final AtomicBoolean WAITING_ROOM_AWAY = new AtomicBoolean();

    private HttpServer server;

    static void waiting(int fans) {
        WAITING.set(fans);
    }

    /** Nobody answers any more at the waiting room's address, or somebody does again. */
    static void waitingRoomIsAway(boolean away) {
        WAITING_ROOM_AWAY.set(away);
    }

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
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var seen = String.valueOf(exchange.getRequestHeaders().getFirst("If-Match"));
        var call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        REQUESTS.add(call + " " + bearer + " " + seen + " " + body + " from "
                + exchange.getRequestHeaders().getFirst("X-Forwarded-For") + " with "
                + exchange.getRequestHeaders().getFirst("Cookie"));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (call.contains(" /api/waiting-room/") && WAITING_ROOM_AWAY.get()) {
            exchange.close();
            return;
        }
        switch (call) {
            case "POST /api/ticketing/staff/session" -> signIn(exchange, body);
            case "GET /api/ticketing/organizations" -> send(exchange, 200, "{\"items\": [], \"next\": null}");
            case "GET /api/ticketing/events/e1/export.csv" -> {
                exchange.getResponseHeaders().set("Content-Type", "text/csv");
                exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=e1.csv");
                send(exchange, 200, "code\r\n");
            }
            case "POST /api/ticketing/staff/session/code" -> confirm(exchange, body);
            case "GET /api/ticketing/staff/session/identity-provider" -> send(exchange, 200, """
                    {"name": "Acme ID", "authorizationEndpoint": "https://id.example/authorize?tenant=a",
                     "clientId": "desk & co", "redirectUri": "http://localhost:8080/admin/login/oidc/return"}""");
            case "POST /api/ticketing/staff/session/identity-provider" -> signInElsewhere(exchange, body);
            case "POST /api/ticketing/staff/password-resets" -> send(exchange, 202, "");
            case "POST /api/ticketing/staff/password-resets/completion",
                    "POST /api/ticketing/staff/invitations/acceptance" ->
                acceptInvitation(exchange, body);
            case "DELETE /api/ticketing/staff/me/sessions/current" -> {
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            }
            case "GET /api/waiting-room/releases/spring" -> {
                exchange.getResponseHeaders().add("ETag", "\"3\"");
                send(exchange, 200, RELEASE);
            }
            case "GET /api/waiting-room/releases/spring/figures" -> figures(exchange);
            case "POST /api/waiting-room/releases/spring/mode" -> send(exchange, 200, RELEASE);
            case "PATCH /api/waiting-room/releases/spring" -> change(exchange, seen, body);
            default -> send(exchange, 404, problem(404, "unknown-release", "No such release"));
        }
    }

    private static void signInElsewhere(HttpExchange exchange, String body) throws IOException {
        if (body.contains("\"known\"")) {
            signIn(exchange, "\"admin@\"right\"");
        } else {
            send(exchange, 403, problem(403, "unknown-account", "Nobody has invited you yet"));
        }
    }

    private static void confirm(HttpExchange exchange, String body) throws IOException {
        if (body.contains("\"the step\"") && body.contains("\"123456\"")) {
            signIn(exchange, "\"admin@\"right\"");
        } else {
            send(exchange, 401, problem(401, "wrong-code", "This code is not good"));
        }
    }

    /** The password "right" is everybody's; what they are stands before the @ of their address. */
    private static void signIn(HttpExchange exchange, String body) throws IOException {
        var role = body.replaceAll("(?s).*\"([a-z]+)@.*", "$1");
        if (body.contains("\"second\"")) {
            send(exchange, 401, """
                    {"status": 401, "code": "code-required", "title": "A code is needed", "step": "the step"}""");
        } else if (body.contains("\"limited\"")) {
            send(exchange, 200, """
                    {"accessToken": "%s", "expiresInSeconds": 28800, "roles": [], "mustSetUpSecondFactor": true}"""
                    .formatted(token("nobody")));
        } else if (body.contains("\"right\"")) {
            exchange.getResponseHeaders().add("Set-Cookie",
                    "staff-device=known.1.mac;Path=/api/ticketing/staff;HttpOnly");
            send(exchange, 200, "{\"accessToken\": \"%s\", \"expiresInSeconds\": 28800, \"roles\": [\"%s\"]}"
                    .formatted(token(role), role));
        } else {
            send(exchange, 401, problem(401, "invalid-credentials", "E-mail or password is wrong"));
        }
    }

    /** Nothing of it is verified here, but it can be read. */
    static String token(String role) {
        var organizations = role.equals("admin") ? "" : "\"o1\": \"" + role + "\"";
        var claims = "{\"sub\": \"s-%s\", \"organizations\": {%s}}".formatted(role, organizations);
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(UTF_8)) + ".signature";
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

    private static void figures(HttpExchange exchange) throws IOException {
        send(exchange, 200, FIGURES.formatted(WAITING.get()));
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
        var bytes = body.getBytes(UTF_8);
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
