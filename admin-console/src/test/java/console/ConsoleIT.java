package console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(StubServices.class)
class ConsoleIT {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = { "/admin", "/admin/releases/spring" })
    void strangerIsLedToTheSignInPage(String page) {
        given().redirects().follow(false).get(page).then().statusCode(303).header("Location", equalTo("/admin/login"));
        given().redirects().follow(false).cookie("console", "forged").get(page).then().statusCode(303);
    }

    @Test
    void pageIsLockedDown() {
        given().get("/admin/login").then()
                .statusCode(200)
                .contentType(ContentType.HTML)
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store");
        given().get("/admin/console.css").then().statusCode(200);
        given().get("/admin/nothing").then().statusCode(404).contentType(ContentType.HTML);
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
        var cookie = form().formParam("email", "a@example.org").formParam("password", "right").post("/admin/login")
                .then().statusCode(303).extract().detailedCookie("console");

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
        assertThat(cookie.getPath()).isEqualTo("/admin");
        assertThat(cookie.getValue()).doesNotContain("staff-token");
        assertThat(cookie.getMaxAge()).isBetween(28_700L, 28_800L);
    }

    @Test
    void overviewShowsPartsEventsAndFigures() {
        var page = given().cookie("console", signIn("right")).get("/admin").then().statusCode(200)
                .body(containsString("answers in"))
                .body(containsString("Doors &lt;open&gt;"))
                .body(containsString("1234"))
                .body(containsString("Sold without a waiting room"))
                .extract().asString();

        assertThat(page.indexOf("Big night")).as("events with a release come first")
                .isLessThan(page.indexOf("Quiet evening"));
    }

    @Test
    void releaseShowsItsFigures() {
        given().cookie("console", signIn("right")).get("/admin/releases/spring").then().statusCode(200)
                .body(containsString("at full speed"))
                .body(containsString("6 of 20"))
                .body(containsString("59 of 60"))
                .body(containsString("12.5 s"));
    }

    @Test
    void unknownReleaseIsAPage() {
        given().cookie("console", signIn("right")).get("/admin/releases/nothing").then().statusCode(404)
                .contentType(ContentType.HTML)
                .body(containsString("No such release"));
    }

    @Test
    void doorsAreSetInTheNameOfWhoIsSignedIn() {
        var session = signIn("right");

        form().cookie("console", session).formParam("formToken", formToken(session)).formParam("mode", "HOLD")
                .formParam("reason", "fire alarm").formParam("message", "").post("/admin/releases/spring/mode").then()
                .statusCode(303).header("Location", equalTo("/admin/releases/spring"));

        assertThat(StubServices.REQUESTS).anySatisfy(request -> assertThat(request)
                .startsWith("POST /api/waiting-room/releases/spring/mode Bearer staff-token")
                .contains("\"mode\":\"HOLD\"", "fire alarm")
                .doesNotContain("\"message\""));
    }

    @Test
    void limitsAreChangedWhereTheyWereSeen() {
        var session = signIn("right");

        limits(session, "\"3\"", "90").then().statusCode(303);
        limits(session, "\"2\"", "90").then().statusCode(412).body(containsString("Somebody else changed"));
        limits(session, "\"3\"", "999999").then().statusCode(400).body(containsString("Some values are not valid"));
        limits(session, "\"3\"", "many").then().statusCode(400);
    }

    @Test
    void formWithoutItsTokenIsRefused() {
        var session = signIn("right");
        var before = StubServices.REQUESTS.size();

        form().cookie("console", session).formParam("mode", "HOLD").post("/admin/releases/spring/mode").then()
                .statusCode(403);
        form().cookie("console", session).formParam("formToken", "guess").formParam("mode", "HOLD")
                .post("/admin/releases/spring/mode").then().statusCode(403);
        form().cookie("console", session).formParam("formToken", formToken(session)).formParam("mode", "HOLD")
                .header("Sec-Fetch-Site", "cross-site").post("/admin/releases/spring/mode").then().statusCode(403);

        assertThat(StubServices.REQUESTS.stream().skip(before)).noneMatch(request -> request.startsWith("POST"));
    }

    @Test
    void sessionTheServicesNoLongerKnowSignsInAgain() {
        given().redirects().follow(false).cookie("console", signIn("expired")).get("/admin").then().statusCode(303)
                .header("Location", equalTo("/admin/login"));
    }

    @Test
    void signingOutTakesTheCookieAway() {
        var session = signIn("right");

        var cookie = form().cookie("console", session).formParam("formToken", formToken(session)).post("/admin/logout")
                .then().statusCode(303).extract().detailedCookie("console");

        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
    }

    private static Response limits(String session, String tag, String rate) {
        return form().cookie("console", session).formParam("formToken", formToken(session)).formParam("tag", tag)
                .formParam("ratePerMinute", rate).formParam("maxActive", "30").post("/admin/releases/spring/limits");
    }

    private static String signIn(String password) {
        return form().formParam("email", "a@example.org").formParam("password", password).post("/admin/login").then()
                .statusCode(303).extract().cookie("console");
    }

    private static String formToken(String session) {
        var page = given().cookie("console", session).get("/admin/releases/spring").asString();
        var found = FORM_TOKEN.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).contentType(ContentType.URLENC);
    }
}
