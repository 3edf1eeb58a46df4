package console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All the ways in: two steps, another way, a lost password; and where they lead. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
class SignInIT {

    @Test
    void whoHasASecondFactorIsAskedForItsCode() {
        signIn("second", "/admin/audit").then().statusCode(200)
                .body(containsString("name=\"step\" value=\"the step\""), containsString("one-time-code"))
                .body(not(containsString("second\"")));

        code("000000").then().statusCode(401).body(containsString("This code is not good"));
        code("123456").then().statusCode(303).header("Location", equalTo("/admin/audit"))
                .cookie("console");
    }

    @Test
    void whoMustSetUpASecondFactorIsLedThere() {
        signIn("limited", "/admin/audit").then().statusCode(303)
                .header("Location", containsString("/admin/account/second-factor"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://elsewhere.example/admin", "//elsewhere.example", "/admin//elsewhere.example",
            "/admin\\elsewhere", "/administrator", "/admin/\"onload", "javascript:alert(1)" })
    void nobodyIsLedElsewhere(String next) {
        var location = URI.create(signIn("right", next).then().statusCode(303).extract().header("Location"));

        assertThat(location.getHost()).isIn(null, "localhost");
        assertThat(location.getPath()).isEqualTo("/admin");
    }

    @Test
    void coreLearnsFromWhereAndOnWhichDevice() {
        var device = signIn("right", "").then().extract().detailedCookie("staff-device");
        assertThat(device.getPath()).isEqualTo("/admin");
        assertThat(device.isHttpOnly()).isTrue();

        form().header("X-Forwarded-For", "203.0.113.7").cookie("staff-device", device.getValue())
                .formParam("email", "known@example.org").formParam("password", "right").post("/admin/login").then()
                .statusCode(303);

        assertThat(StubServices.REQUESTS).anySatisfy(request -> assertThat(request)
                .contains("known@example.org", "from 203.0.113.7, 127.0.0.1", "staff-device=known.1.mac"));
    }

    @Test
    void otherWayInComesBackWithItsOwnStateOnly() {
        var left = form().get("/admin/login/oidc?next=/admin/audit").then().statusCode(303).extract();
        var asked = query(URI.create(left.header("Location")));
        assertThat(asked).containsEntry("tenant", "a").containsEntry("response_type", "code")
                .containsEntry("client_id", "desk+%26+co").containsEntry("code_challenge_method", "S256")
                .containsKeys("nonce", "code_challenge", "state");
        var detour = left.cookie("detour");

        comeBack(detour, "another state", "known").then().statusCode(401)
                .body(containsString("did not prove who you are"));
        comeBack(detour, asked.get("state"), "unknown").then().statusCode(403)
                .body(containsString("Nobody has invited you"));
        comeBack(detour, asked.get("state"), "known").then().statusCode(200).cookie("console")
                .body(containsString("content=\"0;url=/admin/audit\""));
    }

    @Test
    void sessionIsNoDetourAndADetourIsNoSession() {
        var session = signIn("right", "").cookie("console");
        var detour = form().get("/admin/login/oidc").cookie("detour");

        comeBack(session, "null", "known").then().statusCode(401);
        form().cookie("console", detour).get("/admin").then().statusCode(303);
    }

    @Test
    void lostPasswordIsAnsweredTheSameWhoeverAsks() {
        form().get("/admin/forgot").then().statusCode(200).body(containsString("Choose a new password"));
        form().formParam("email", "anybody@example.org").post("/admin/forgot").then().statusCode(200)
                .body(containsString("If there is an account for that address"))
                .body(not(containsString("anybody@example.org")));
        form().formParam("email", " ").post("/admin/forgot").then().statusCode(400);
        choose("reset", "good").then().statusCode(303);
        choose("reset", "used").then().statusCode(410)
                .body(allOf(containsString("not good any more"), containsString("href=\"/admin/forgot\"")));
        choose("setup", "good").then().statusCode(303);
    }

    @Test
    void pagesSpeakTheReadersLanguage() {
        form().header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.5").get("/admin/login").then().statusCode(200)
                .body(containsString("<html lang=\"de\">"), containsString("Passwort vergessen?"),
                        containsString("Acme ID"));
        form().header("Accept-Language", "fr").get("/admin/setup").then().statusCode(200)
                .body(containsString("<html lang=\"en\">"), containsString("first admin"));
    }

    private static Response signIn(String password, String next) {
        return form().formParam("email", "a@example.org").formParam("password", password).formParam("next", next)
                .post("/admin/login");
    }

    private static Response code(String code) {
        return form().formParam("step", "the step").formParam("code", code).formParam("next", "/admin/audit")
                .post("/admin/login/code");
    }

    private static Response comeBack(String cookie, String state, String code) {
        return form().cookie("detour", cookie).queryParam("state", state).queryParam("code", code)
                .get("/admin/login/oidc/return");
    }

    private static Response choose(String way, String code) {
        return form().formParam("code", code).formParam("password", "a few words in a row").post("/admin/" + way);
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).contentType(ContentType.URLENC);
    }
}
