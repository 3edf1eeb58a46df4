package e2e;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/**
 * The answers of a waiting room, made up, so that the page is seen in moments no test can bring about at will: minutes
 * of waiting, calls to come, tiers that sell out. The page itself is the real one.
 */
final class PretendedQueue {

    private String status = status("OPEN", 100, "");
    private String visitor = waiting(142, 41, 240, 420);
    private boolean asksForCode;
    private final List<String> asked = new ArrayList<>();

    /** Answers the page from now on; what it asks is written down. */
    static PretendedQueue on(Page page) {
        var queue = new PretendedQueue();
        page.route(Pattern.compile("/api/waiting-room/"), queue::answer);
        page.route(Pattern.compile("/api/ticketing/challenge-codes"), route -> route.fulfill(json("""
                {"token": "token-of-the-code", "expiresAt": "%s"}""".formatted(Instant.now().plusSeconds(900)))
                .setStatus(202)));
        return queue;
    }

    private void answer(Route route) {
        var request = route.request();
        var path = request.url().replaceFirst(".*/api/waiting-room", "");
        asked.add(request.method() + " " + path);
        if (path.endsWith("/stream")) {
            // The stream ends after each answer and is opened anew: the page hears of every change within 0.2 s.
            route.fulfill(new Route.FulfillOptions().setContentType("text/event-stream")
                    .setBody("retry: 200\nevent: status\ndata: " + status.replace("\n", " ") + "\n\n"));
        } else if (path.startsWith("/releases?")) {
            route.fulfill(json("{\"items\": [" + release() + "]}"));
        } else if (path.endsWith("/status")) {
            route.fulfill(json(status));
        } else if (asksForCode && path.contains("/visitors")) {
            join(route, request.postData());
        } else if (path.endsWith("/visitors/me")) {
            route.fulfill(json(visitor));
        } else {
            route.fulfill(json("{}").setStatus(409));
        }
    }

    /** A place only for the code 1234 5678; the defense of this queue takes no other proof. */
    private void join(Route route, String body) {
        if (body == null) {
            route.fulfill(json("{\"code\": \"no-visitor\"}").setStatus(401));
        } else if (body.contains("\"code\":\"12345678\"") && body.contains("token-of-the-code")) {
            asksForCode = false;
            route.fulfill(json(visitor).setStatus(201));
        } else {
            route.fulfill(
                    json("""
                            {"code": "mailed-code-required", "reference": "ABC", "challenge": {"token": "t"}, "alternatives": [
                              {"kind": "mail", "address": "/api/ticketing/challenge-codes", "action": "join", "scope": "pretended"}]}""")
                            .setStatus(403));
        }
    }

    /** Whoever joins from now on needs a mailed code. */
    PretendedQueue askingForCode() {
        asksForCode = true;
        return this;
    }

    private static Route.FulfillOptions json(String body) {
        return new Route.FulfillOptions().setContentType("application/json").setBody(body);
    }

    private static String release() {
        return """
                {"id": "pretended", "eventId": "pretended", "title": "Nachtlinie: The Last Tram", "policy": "DRAW",
                 "opensAt": "%s", "accessCodes": "NONE", "mode": "AUTO"}"""
                .formatted(Instant.now().plusSeconds(754));
    }

    /** @param more fields that are otherwise, each with a comma in front */
    static String status(String phase, long serving, String more) {
        return """
                {"release": "pretended", "phase": "%s", "now": "%s", "opensAt": "2026-01-01T00:00:00.000Z", "serving": %d,
                 "issued": 900, "ratePerMinute": 60, "paused": false, "version": 1, "nextPollMillis": 1000, "tiers": []%s}"""
                .formatted(phase, Instant.now(), serving, more);
    }

    static String waiting(long place, long ahead, long low, long high) {
        return """
                {"state": "WAITING", "place": %d, "ahead": %d, "waitSeconds": {"low": %d, "high": %d}, "nextPollMillis": 1000}"""
                .formatted(place, ahead, low, high);
    }

    static String called(long place, Instant claimBy) {
        return """
                {"state": "CALLED", "place": %d, "ahead": 0, "waitSeconds": {"low": 0, "high": 0}, "claimBy": "%s",
                 "nextPollMillis": 1000}"""
                .formatted(place, claimBy);
    }

    static String lobby() {
        return """
                {"state": "LOBBY", "place": null, "ahead": 4120, "waitSeconds": {"low": 700, "high": 1200}, "nextPollMillis": 1000}""";
    }

    void tell(String status) {
        this.status = status;
    }

    void tellVisitor(String visitor) {
        this.visitor = visitor;
    }

    /** Every request so far, as "GET /releases/…". */
    List<String> asked() {
        return List.copyOf(asked);
    }
}
