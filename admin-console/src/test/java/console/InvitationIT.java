package console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** An invited colleague chooses a password. */
@QuarkusTest
@QuarkusTestResource(StubServices.class)
class InvitationIT {

    private static final String PASSWORD = "a few words in a row";

    @Test
    void pageRunsOnlyItsOwnScript() {
        given().get("/admin/invitation").then().statusCode(200).contentType(ContentType.HTML)
                .header("Content-Security-Policy", containsString("script-src 'self';"))
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("<script src=\"/admin/invitation.js\" defer></script>"))
                .body(containsString("minlength=\"12\""));
        given().get("/admin/invitation.js").then().statusCode(200).contentType(containsString("javascript"));
    }

    @Test
    void goodInvitationSetsThePassword() {
        accept("good", PASSWORD).statusCode(303).header("Location", equalTo("/admin/invitation/accepted"));

        assertThat(StubServices.REQUESTS).anySatisfy(request -> assertThat(request)
                .startsWith("POST /api/ticketing/staff/invitations/acceptance")
                .contains("\"token\":\"good\"", "\"password\":\"" + PASSWORD + "\""));
        given().get("/admin/invitation/accepted").then().statusCode(200)
                .body(containsString("href=\"/admin/login\""));
    }

    @Test
    void invitationThatIsOverSaysWhatToDo() {
        accept("used", PASSWORD).statusCode(410)
                .body(containsString("not good any more"))
                .body(containsString("ask whoever invited you"))
                .body(containsString("href=\"/admin/login\""));
    }

    @Test
    void missingCodeSaysWhereItIs() {
        accept(" ", PASSWORD).statusCode(400).body(containsString("Open the link in your mail once more"));
        form().post("/admin/invitation").then().statusCode(400);
    }

    @Test
    void shortPasswordIsChosenAgainWithoutLosingTheCode() {
        accept("good\"><b>", "12345678901").statusCode(400)
                .body(containsString("at least 12"))
                .body(containsString("value=\"good&quot;&gt;&lt;b&gt;\""))
                .body(not(containsString("12345678901")));
    }

    @Test
    void serviceThatIsAwayLeavesTheInvitationGood() {
        accept("broken", PASSWORD).statusCode(503)
                .body(containsString("still good"))
                .body(containsString("value=\"broken\""));
    }

    private static ValidatableResponse accept(String code, String password) {
        return form().formParam("code", code).formParam("password", password).post("/admin/invitation").then();
    }

    private static RequestSpecification form() {
        return given().redirects().follow(false).contentType(ContentType.URLENC);
    }
}
