package console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class ConsoleIT {

    private static final String FIGURES = "/admin/api/waiting-room/releases/spring/figures";
    private static final String RELEASE = "/admin/api/waiting-room/releases/spring";

    @AfterEach
    void everythingIsThereAgain() {
        StubServices.waitingRoomIsAway(false);
        StubServices.waiting(1234);
    }

    @ParameterizedTest
    @CsvSource({ "/admin, /admin/login",
            "/admin/events/e1/sales?from=1, /admin/login?next=%2Fadmin%2Fevents%2Fe1%2Fsales%3Ffrom%3D1" })
    void strangerIsLedToTheSignInPageAndBack(String page, String login) {
        given().redirects().follow(false).get(page).then().statusCode(303).header("Location", equalTo(login));
        given().redirects().follow(false).cookie("console", "forged").get(page).then().statusCode(303);
    }

    @Test
    void strangersCallIsRefusedAsADocument() {
        given().get(FIGURES).then().statusCode(401).contentType("application/problem+json")
                .body("code", equalTo("not-authenticated"));
        given().get("/admin/api/live?watch=2:/ticketing/organizations").then().statusCode(401);
    }

    @Test
    void pageIsLockedDown() {
        given().get("/admin/login").then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store");
        given().get("/admin/door.css").then().statusCode(200);
        given().get("/admin/nothing.png").then().statusCode(404).contentType(ContentType.HTML);
    }

    @Test
    void wrongPasswordIsSaidKindly() {
        form().formParam("email", "a\"><b@example.org").formParam("password", "wrong").post("/admin/login").then()
                .statusCode(401)
                .body(containsString("E-mail or password is wrong"))
                .body(not(containsString("<b@example")));
    }

    @Test
    void cookieStaysWithTheConsole() {
        var cookie = form().formParam("email", "admin@example.org").formParam("password", "right")
                .post("/admin/login").then().statusCode(303).extract().detailedCookie("console");

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getPath()).isEqualTo("/admin");
        assertThat(cookie.getValue()).doesNotContain(StubServices.token("admin"));
        assertThat(cookie.getMaxAge()).isBetween(28_700L, 28_800L);
    }

    @ParameterizedTest
    @CsvSource({ "/admin", "/admin/events/e1/sales", "/admin/releases/spring" })
    void everyAddressOfAPageIsTheShell(String address) {
        var script = as("admin").get(address).then().statusCode(200)
                .header("Content-Security-Policy", containsString("connect-src 'self'"))
                .body(containsString("<html lang=\"en\">"), containsString("<console-shell>"))
                .extract().htmlPath().getList("html.head.script.@src", String.class).getFirst();

        assertThat(script).startsWith("/admin/static/app-");
        given().get(script).then().statusCode(200);
        as("admin").cookie("language", "de").get(address).then().body(containsString("<html lang=\"de\">"));
        as("admin").header("Accept-Language", "fr, de;q=0.5").get(address).then()
                .body(containsString("<html lang=\"de\">"));
    }

    @Test
    void pageLearnsWhoIsSignedInAndNeverTheirToken() {
        as("organizer").get("/admin/api/session").then().statusCode(200)
                .body("roles", hasItem("organizer"))
                .body("organizations.o1", equalTo("organizer"))
                .body("staffId", equalTo("s-organizer"))
                .body("formToken", not(equalTo("")))
                .body(not(containsString("signature")));
    }

    @Test
    void callGoesOutInTheNameOfWhoIsSignedInAndComesBackAsItIs() {
        as("admin").get(RELEASE).then().statusCode(200).header("ETag", "\"3\"").header("Cache-Control", "no-store")
                .body("title", equalTo("Doors <open>"));
        as("organizer").get("/admin/api/ticketing/events/e1/export.csv").then().statusCode(200)
                .contentType("text/csv").header("Content-Disposition", containsString("e1.csv"))
                .body(equalTo("code\r\n"));
        change("organizer", "\"3\"", "90").statusCode(200);
        change("organizer", "\"2\"", "90").statusCode(412).body("code", equalTo("stale"));
        change("organizer", "\"3\"", "999999").statusCode(400).body("detail", equalTo("Do better."));

        assertThat(StubServices.REQUESTS).anySatisfy(request -> assertThat(request)
                .startsWith("PATCH /api/waiting-room/releases/spring Bearer " + StubServices.token("organizer"))
                .contains("\"3\"", "\"ratePerMinute\": 90"));
    }

    @ParameterizedTest
    @CsvSource({ "steward, PATCH, waiting-room/releases/spring, 403, not-allowed",
            "steward, GET, ticketing/events/e1/sales, 403, not-allowed",
            "organizer, GET, waiting-room/defense/policy, 403, not-allowed",
            "organizer, POST, ticketing/organizations, 403, not-allowed",
            "admin, DELETE, ticketing/events/e1, 405, method-not-allowed",
            "admin, POST, ticketing/staff/session, 404, not-found",
            "admin, GET, ticketing/events/..%2F..%2Fq/metrics, 404, not-found",
            "admin, GET, waiting-room/releases/spring/visitors/me, 404, not-found" })
    void whatIsNotOnTheListForTheRoleNeverLeaves(String role, String method, String call, int status, String code) {
        var session = signIn(role);
        var token = formToken(session);
        var before = StubServices.REQUESTS.size();

        given().cookie("console", session).header("X-Form-Token", token).contentType(ContentType.JSON)
                .urlEncodingEnabled(false).request(method, "/admin/api/" + call).then()
                .statusCode(status).body("code", equalTo(code));

        assertThat(StubServices.REQUESTS.stream().skip(before)).noneMatch(request -> request.contains(call));
    }

    @Test
    void writeThatDoesNotComeFromThePageIsRefused() {
        var session = signIn("admin");
        var before = StubServices.REQUESTS.size();
        var token = formToken(session);

        given().cookie("console", session).contentType(ContentType.JSON).body("{}").post(RELEASE + "/mode").then()
                .statusCode(403).body("code", equalTo("cross-site"));
        given().cookie("console", session).header("X-Form-Token", "guess").contentType(ContentType.JSON).body("{}")
                .post(RELEASE + "/mode").then().statusCode(403);
        given().cookie("console", session).header("X-Form-Token", token).header("Sec-Fetch-Site", "cross-site")
                .contentType(ContentType.JSON).body("{}").post(RELEASE + "/mode").then().statusCode(403);

        assertThat(StubServices.REQUESTS.stream().skip(before)).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void serviceThatIsAwayIsSaidToBeAndTheOtherWorksOn() {
        StubServices.waitingRoomIsAway(true);

        as("admin").get(FIGURES).then().statusCode(503).header("Retry-After", "2")
                .body("code", equalTo("service-away"), "service", equalTo("waiting-room"));
        as("admin").get("/admin/api/ticketing/organizations").then().statusCode(200);
    }

    @Test
    void liveViewTellsChangesBeatsAndWhenTheServiceIsAway() throws Exception {
        var address = "http://localhost:" + RestAssured.port + "/admin/api/live";
        try (var one = new LiveStream(address + "/waiting-room/releases/spring/figures?every=1", signIn("steward"));
                var many = new LiveStream(address + "?watch=1:/ticketing/organizations&watch=1:"
                        + "/waiting-room/releases/spring/figures&watch=1:/waiting-room/defense/policy",
                        signIn("steward"))) {
            one.await("data", "\"waiting\": 1234");
            one.await("beat", "\"at\":");
            many.await("data", "\"watch\":0");
            many.await("data", "1234");
            many.await("away", "not-allowed");
            StubServices.waiting(1235);
            one.await("data", "\"waiting\": 1235");
            StubServices.waitingRoomIsAway(true);
            one.await("away", "service-away");
            StubServices.waiting(1236);
            StubServices.waitingRoomIsAway(false);
            one.await("data", "\"waiting\": 1236");
        }
        as("admin").get("/admin/api/live/waiting-room/releases?every=0").then().statusCode(400);
        as("admin").get("/admin/api/live").then().statusCode(400);
    }

    @Test
    void signingOutTakesTheCookieAway() {
        var session = signIn("admin");

        var cookie = form().cookie("console", session).formParam("formToken", formToken(session)).post("/admin/logout")
                .then().statusCode(303).extract().detailedCookie("console");

        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
    }

    private static ValidatableResponse change(String role, String seen, String rate) {
        var session = signIn(role);
        return given().cookie("console", session).header("X-Form-Token", formToken(session)).header("If-Match", seen)
                .contentType(ContentType.JSON).body("{\"ratePerMinute\": " + rate + "}").patch(RELEASE).then();
    }

    private static RequestSpecification as(String role) {
        return given().cookie("console", signIn(role));
    }

    private static String signIn(String role) {
        return form().formParam("email", role + "@example.org").formParam("password", "right").post("/admin/login")
                .then().statusCode(303).extract().cookie("console");
    }

    private static String formToken(String session) {
        return given().cookie("console", session).get("/admin/api/session").path("formToken");
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).contentType(ContentType.URLENC);
    }
}
