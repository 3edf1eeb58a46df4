package e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E1: every refusal on the way is a problem document that a person understands. */
class RefusalsIT {

    private final Stack stack = Stack.shared();
    private final Organizer organizer = Organizer.of(stack);

    @ParameterizedTest
    @CsvSource(textBlock = """
            GET,    /api/ticketing/no-such-thing,                 404
            GET,    /api/waiting-room/no-such-thing,              404
            GET,    /api/ticketing/events/no-such-event,          404
            GET,    /api/waiting-room/releases/no-such-release,   404
            GET,    /api/no-such-service,                         404
            DELETE, /api/ticketing/events,                        405
            DELETE, /api/waiting-room/jwks.json,                  405
            GET,    /api/ticketing/events?limit=201,              400
            GET,    /api/ticketing/events?limit=many,             400
            GET,    /api/waiting-room/releases?event=x&limit=201, 400
            GET,    /api/ticketing/audit,                         401
            POST,   /api/ticketing/organizations,                 401
            PUT,    /api/waiting-room/releases/some-release,      401
            GET,    /api/waiting-room/defense/decisions,          401
            GET,    /q/health,                                    404
            """)
    void aRequestThatLeadsNowhereIsAnsweredWithAProblem(String method, String path, int status) {
        isProblem(request().request(method, path), status);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "/api/ticketing/staff/session|POST",
            "/api/waiting-room/jwks.json|GET, HEAD" })
    void anAddressNamesTheMethodsItTakes(String path, String allowed) {
        isProblem(request().delete(path), 405).then().header("Allow", equalTo(allowed));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/q/health", "//q/health", "/%71/health", "/x/../q/health", "/x/%2e%2e/q/health",
            "/./q/metrics" })
    void healthAndMetricsStayInside(String path) {
        var response = request().urlEncodingEnabled(false).get(path);

        assertThat(response.statusCode()).as(response.asString()).isBetween(400, 404);
        assertThat(response.asString()).doesNotContain("\"UP\"").doesNotContain("jvm_");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "[]", "\"text\"", "{\"eventId\": {\"a\": 1}}", "{\"eventId\": \"x\", \"unknown\": 1}",
            "" })
    void aBodyThatMakesNoSenseIsRefusedAsMalformed(String body) {
        isProblem(request().body(body).post("/api/ticketing/admissions"), 400);
    }

    @Test
    void anotherContentTypeIsRefused() {
        isProblem(given().baseUri(stack.address().toString()).contentType(ContentType.TEXT).body("hello")
                .post("/api/ticketing/admissions"), 415);
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        isProblem(request().body("{\"token\": \"" + "x".repeat(1_100_000) + "\"}").post("/api/ticketing/admissions"),
                413);
    }

    @Test
    void aVisitorWithoutACookieIsNobody() {
        var release = organizer.release(organizer.publish(10, true), 60, 10);

        isProblem(request().get("/api/waiting-room/releases/" + release + "/visitors/me"), 401)
                .then().body("code", equalTo("no-visitor"));
        isProblem(request().cookie("visitor", "forged").get("/api/waiting-room/releases/" + release + "/visitors/me"),
                401);
    }

    @Test
    void aClaimBeforeTheCallIsRefused() {
        var release = organizer.release(organizer.publish(10, true), 60, 1);
        var first = new Fan(stack);
        first.passTheQueue(release);
        var later = List.of(new Fan(stack), new Fan(stack), new Fan(stack), new Fan(stack));
        later.forEach(fan -> fan.join(release));

        isProblem(later.getLast().claimOnce(release), 409).then().body("code", equalTo("not-called"));
    }

    @Test
    void aClaimWithoutAProofIsRefused() {
        var release = organizer.release(organizer.publish(10, true), 60, 10);
        var fan = new Fan(stack);
        fan.join(release);

        isProblem(fan.request().post("/api/waiting-room/releases/" + release + "/visitors/me/admission"), 401)
                .then().body("code", equalTo("invalid-proof"));
    }

    @Test
    void aWriteThatRidesOnACookieFromAnotherSiteIsRefused() {
        var release = organizer.release(organizer.publish(10, true), 60, 10);
        var fan = new Fan(stack);
        fan.join(release);
        var cookie = fan.joinOnce(release);

        assertThat(cookie.statusCode()).isIn(200, 429);
        isProblem(given().baseUri(stack.address().toString()).cookies(fan.cookies())
                .header("Origin", "https://elsewhere.example").header("Sec-Fetch-Site", "cross-site")
                .delete("/api/waiting-room/releases/" + release + "/visitors/me"), 403)
                .then().body("code", equalTo("cross-site"));
    }

    @ParameterizedTest
    @CsvSource({ "S-1 S-1, duplicate-seat", "S-99, unknown-seat", "S-1 S-2 S-3 S-4 S-5 S-6 S-7, over-limit" })
    void aHoldThatCannotBeIsUnderstoodAndRefused(String seats, String code) {
        var sale = organizer.publish(10, false);
        var fan = new Fan(stack);
        fan.enter(sale.event());

        isProblem(fan.hold(sale.event(), List.of(seats.split(" "))), 422).then().body("code", equalTo(code));
    }

    @Test
    void anOrderWithoutAnIdempotencyKeyIsRefused() {
        var sale = organizer.publish(10, false);
        var fan = new Fan(stack);
        fan.enter(sale.event());
        var path = "/api/ticketing/holds/" + fan.hold(sale.event(), List.of("S-1")).path("id") + "/order";

        isProblem(fan.request().header("DPoP", fan.proof("POST", path, fan.session()))
                .body(Map.of("buyer", Map.of("name", "Fan", "email", "fan@example.org"),
                        "payment", Map.of("method", "demo", "token", "ok")))
                .post(path), 400).then().body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void anUnknownPaymentTokenIsRefused() {
        var sale = organizer.publish(10, false);
        var fan = new Fan(stack);
        fan.enter(sale.event());
        String hold = fan.hold(sale.event(), List.of("S-1")).path("id");

        isProblem(fan.order(hold, "gold", UUID.randomUUID().toString()), 422)
                .then().body("code", equalTo("unknown-payment-token"));
    }

    @Test
    void aPageThatDoesNotExistIsAPage() {
        var page = given().baseUri(stack.address().toString()).accept("text/html").get("/no-such-page");

        page.then().statusCode(404);
        assertThat(page.contentType()).startsWith("text/html");
    }

    private RequestSpecification request() {
        return given().baseUri(stack.address().toString()).contentType(ContentType.JSON)
                .header("Origin", stack.address().toString());
    }

    private static Response isProblem(Response response, int status) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        response.then().contentType("application/problem+json").body("status", equalTo(status))
                .body("code", notNullValue()).body("title", notNullValue()).body("detail", notNullValue())
                .body("type", notNullValue()).body("instance", notNullValue());
        assertThat(response.asString()).doesNotContain("Exception").doesNotContain("at java.");
        return response;
    }
}
