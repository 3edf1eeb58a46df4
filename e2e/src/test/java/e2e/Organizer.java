package e2e;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Somebody who sets up events and releases over HTTP, as an organizer's own tools would. */
final class Organizer {

    private final Stack stack;
    private final String token;

    private Organizer(Stack stack, String token) {
        this.stack = stack;
        this.token = token;
    }

    /** Signs in as the first admin. */
    static Organizer of(Stack stack) {
        var session = given().baseUri(stack.address().toString()).contentType(ContentType.JSON)
                .body(Map.of("email", Stack.ADMIN_EMAIL, "password", Stack.ADMIN_PASSWORD))
                .post("/api/ticketing/staff/session");
        session.then().statusCode(200);
        return new Organizer(stack, session.path("accessToken"));
    }

    /** A published event with one category of 49.50 EUR and seats "S-1" to "S-n" in rows of ten. */
    Sale publish(int seats, boolean gated) {
        return publish(seats, gated, "Test Concert");
    }

    /** The same under a title of its own. */
    Sale publish(int seats, boolean gated, String title) {
        return publish(plan(seats), gated, title);
    }

    /** An event in one area without seats, "Floor", at 49.50 EUR; tickets can be given back. */
    Sale publishStanding(int capacity) {
        var sale = publish(standing(capacity), false, "Standing Concert");
        staff().body(Map.of("returns", true)).put("/api/ticketing/events/" + sale.event() + "/order-terms").then()
                .statusCode(200);
        return sale;
    }

    private Sale publish(Map<String, Object> plan, boolean gated, String title) {
        var organization = created(post("/organizations", Map.of("name", "Organizer " + UUID.randomUUID())));
        var venue = created(post("/venues", Map.of("organizationId", organization, "name", "Test Hall",
                "address", "Hafenstraße 1", "city", "Hamburg", "country", "DE", "timezone", "Europe/Berlin")));
        var planId = created(post("/plans?organizationId=" + organization + "&venueId=" + venue, plan));
        var now = Instant.now();
        var event = created(post("/events", Map.ofEntries(
                Map.entry("organizationId", organization), Map.entry("venueId", venue), Map.entry("planId", planId),
                Map.entry("title", title), Map.entry("genre", "rock"), Map.entry("currency", "EUR"),
                Map.entry("startsAt", now.plus(Duration.ofDays(60)).toString()), Map.entry("gated", gated),
                Map.entry("prices", List.of(Map.of("category", "Standard", "amount", 4950))),
                Map.entry("salesFrom", now.minus(Duration.ofHours(1)).toString()),
                Map.entry("salesUntil", now.plus(Duration.ofDays(59)).toString()),
                Map.entry("holdSeconds", 600), Map.entry("maxSeatsPerOrder", 6), Map.entry("maxSeatsPerBuyer", 6))));
        post("/events/" + event + "/publication", Map.of()).then().statusCode(org.hamcrest.Matchers.lessThan(300));
        return new Sale(organization, event);
    }

    /** Opens the doors of a gated event now. */
    String release(Sale sale, int ratePerMinute, int maxActive) {
        return release(sale, Map.of("ratePerMinute", ratePerMinute, "maxActive", maxActive));
    }

    /** The same, with some more of it set. */
    String release(Sale sale, Map<String, Object> fields) {
        var id = "release-" + UUID.randomUUID();
        var document = new HashMap<String, Object>(Map.of("eventId", sale.event(), "organizationId",
                sale.organization(), "title", "Test release", "opensAt", Instant.now().minusSeconds(1).toString(),
                "ratePerMinute", 600, "maxActive", 1, "claimSeconds", 600));
        document.putAll(fields);
        Fan.patiently(() -> staff().body(document).put("/api/waiting-room/releases/" + id)).then().statusCode(201);
        return id;
    }

    /** Adds a colleague to an organization of their own; a mail asks them to choose a password. */
    void invite(String email) {
        var organization = created(post("/organizations", Map.of("name", "Organizer " + UUID.randomUUID())));
        post("/organizations/" + organization + "/members", Map.of("email", email, "name", "New Colleague", "role",
                "organizer")).then().statusCode(201);
    }

    RequestSpecification staff() {
        return given().baseUri(stack.address().toString()).contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + token);
    }

    private Response post(String path, Object body) {
        return Fan.patiently(() -> staff().body(body).post("/api/ticketing" + path));
    }

    private static String created(Response response) {
        response.then().statusCode(201);
        return response.path("id");
    }

    private static Map<String, Object> standing(int capacity) {
        return Map.of("name", "Test club", "size", Map.of("width", 400, "height", 200),
                "categories", List.of(Map.of("name", "Standard", "color", "#3a86ff")),
                "zones", List.of(Map.of("name", "Hall", "zone_id", "hall", "uuid", UUID.randomUUID().toString(),
                        "position", Map.of("x", 0, "y", 0), "rows", List.of(), "areas", List.of(Map.of(
                                "uuid", "floor", "name", "Floor", "shape", "rectangle", "color", "#3a86ff",
                                "rectangle", Map.of("width", 200, "height", 80), "position", Map.of("x", 0, "y", 10),
                                "category", "Standard", "capacity", capacity)))));
    }

    /** The shape of pretix' seating plans, as docs of the project describe it. */
    private static Map<String, Object> plan(int seats) {
        var rows = IntStream.rangeClosed(0, (seats - 1) / 10).mapToObj(row -> Map.of(
                "row_number", Character.toString('A' + row), "uuid", UUID.randomUUID().toString(),
                "position", Map.of("x", 0, "y", row * 30),
                "seats", IntStream.rangeClosed(row * 10 + 1, Math.min(seats, row * 10 + 10)).mapToObj(seat -> Map.of(
                        "seat_number", Integer.toString(seat), "seat_guid", "S-" + seat,
                        "uuid", UUID.randomUUID().toString(), "category", "Standard",
                        "position", Map.of("x", seat % 10 * 25, "y", 0))).toList()))
                .toList();
        return Map.of("name", "Test plan", "size", Map.of("width", 400, "height", 400),
                "categories", List.of(Map.of("name", "Standard", "color", "#3a86ff")),
                "zones", List.of(Map.of("name", "Floor", "zone_id", "floor", "uuid", UUID.randomUUID().toString(),
                        "position", Map.of("x", 0, "y", 0), "rows", rows, "areas", List.of())));
    }

    /** An event on sale and the organization that owns it. */
    record Sale(String organization, String event) {}
}
