package ticketing.testing;

import static io.restassured.RestAssured.given;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/** Somebody of the staff, who does over HTTP what staff do. */
public final class Organizer {

    private static final String PASSWORD = "a password of some length";

    private final String token;

    private Organizer(String token) {
        this.token = token;
    }

    public static Organizer admin() {
        return signIn(SecretsTestResource.ADMIN_EMAIL, SecretsTestResource.ADMIN_PASSWORD);
    }

    public static Organizer signIn(String email, String password) {
        return new Organizer(given().contentType(ContentType.JSON).body(Map.of("email", email, "password", password))
                .post("/api/ticketing/staff/session").then().statusCode(200).extract().path("accessToken"));
    }

    /** A new member of an organization, signed in. */
    public Organizer colleague(String organization, String role) {
        var email = UUID.randomUUID() + "@example.org";
        post("/organizations/" + organization + "/members", Map.of("email", email, "name", "Some Body", "role", role,
                "password", PASSWORD)).then().statusCode(201);
        return signIn(email, PASSWORD);
    }

    public String token() {
        return token;
    }

    public RequestSpecification request() {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token)
                .basePath("/api/ticketing");
    }

    public Response post(String path, Object body) {
        return request().body(body).post(path);
    }

    public String organization() {
        return created(post("/organizations", Map.of("name", "Organization " + UUID.randomUUID())));
    }

    public String venue(String organization) {
        return venue(organization, "Hamburg", "DE");
    }

    public String venue(String organization, String city, String country) {
        return created(post("/venues", Map.of("organizationId", organization, "name", "Hall of " + city, "address",
                "Street 1", "city", city, "country", country, "timezone", "Europe/Berlin")));
    }

    public String plan(String organization, String venue, Object plan) {
        return created(post("/plans?organizationId=%s&venueId=%s".formatted(organization, venue), plan));
    }

    /** A draft with the given plan, on sale now when it is published. */
    public String event(String organization, String venue, String plan, Map<String, ?> differences) {
        return created(post("/events", draft(organization, venue, plan, differences)));
    }

    public static Map<String, Object> draft(String organization, String venue, String plan,
            Map<String, ?> differences) {
        var now = Instant.now();
        var event = new HashMap<String, Object>();
        event.put("organizationId", organization);
        event.put("venueId", venue);
        event.put("planId", plan);
        event.put("title", "Concert");
        event.put("genre", "rock");
        event.put("currency", "EUR");
        event.put("gated", false);
        event.put("startsAt", now.plus(Duration.ofDays(60)).toString());
        event.put("salesFrom", now.minus(Duration.ofHours(1)).toString());
        event.put("salesUntil", now.plus(Duration.ofDays(59)).toString());
        event.put("prices", List.of(Map.of("category", "Standard", "amount", 4950)));
        event.put("holdSeconds", 120);
        event.put("maxSeatsPerOrder", 6);
        event.put("maxSeatsPerBuyer", 6);
        event.putAll(differences);
        return event;
    }

    /** A published event of one category at 49.50 EUR, with seats "S-1" to "S-n" in rows of ten. */
    public Sale publish(int seats, Map<String, ?> differences) {
        var organization = organization();
        var venue = venue(organization);
        var event = event(organization, venue, plan(organization, venue, plan(seats)), differences);
        publish(event);
        return new Sale(organization, venue, event);
    }

    public void publish(String event) {
        post("/events/" + event + "/publication", Map.of()).then().statusCode(200);
    }

    /** A plan of one category, "Standard". */
    public static Map<String, Object> plan(int seats) {
        var rows = IntStream.rangeClosed(0, (seats - 1) / 10).mapToObj(row -> Map.of(
                "row_number", Character.toString('A' + row), "position", Map.of("x", 0, "y", row * 30),
                "seats", IntStream.rangeClosed(row * 10 + 1, Math.min(seats, row * 10 + 10)).mapToObj(seat -> Map.of(
                        "seat_number", Integer.toString(seat), "seat_guid", "S-" + seat, "category", "Standard",
                        "position", Map.of("x", seat % 10 * 25, "y", 0))).toList()))
                .toList();
        return Map.of("name", "Test plan", "size", Map.of("width", 400, "height", 400),
                "categories", List.of(Map.of("name", "Standard", "color", "#3a86ff")),
                "zones", List.of(Map.of("name", "Floor", "zone_id", "floor", "position", Map.of("x", 0, "y", 0),
                        "rows", rows, "areas", List.of())));
    }

    /** A file of the test resources. */
    public static String resource(String name) {
        try (InputStream in = Organizer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String created(Response response) {
        return response.then().statusCode(201).extract().path("id");
    }

    /** A published event and whose it is. */
    public record Sale(String organization, String venue, String event) {}
}
