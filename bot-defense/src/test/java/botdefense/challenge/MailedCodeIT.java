package botdefense.challenge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Map;

import jakarta.inject.Inject;

import botdefense.Action;
import botdefense.challenge.MailedCodes.Asked;
import botdefense.client.Address;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;

/** Another way through a challenge than work. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
class MailedCodeIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Address FROM = Address.parse("203.0.113.220").orElseThrow();
    private static final String CRAWLER = "ExampleBot/1.0 (+http://example.org/bot.html)";

    @Inject
    MailedCodes codes;

    /** B4, for codes. */
    @Test
    void aCodeLetsOneDeviceThroughOnce() throws Exception {
        var device = new ECKeyGenerator(Curve.P_256).generate();
        var sent = (Asked.Sent) ask(device, challenge(device), "ada@example.org");
        var letter = codes.letter(sent.letter()).await().atMost(PATIENCE).orElseThrow();

        assertThat(letter.mail()).isEqualTo("ada@example.org");
        newPlace(device, solution(sent, other(letter.code()))).statusCode(403)
                .body("code", equalTo("challenge-required")).body("detail", equalTo("The code is not right."));
        newPlace(new ECKeyGenerator(Curve.P_256).generate(), solution(sent, letter.code())).statusCode(403);
        newPlace(device, solution(sent, letter.code())).statusCode(204);
        newPlace(device, solution(sent, letter.code())).statusCode(403)
                .body("detail", containsString("used before"));
    }

    @Test
    void nobodyGuessesACode() throws Exception {
        var device = new ECKeyGenerator(Curve.P_256).generate();
        var sent = (Asked.Sent) ask(device, challenge(device), "grace@example.org");
        var code = codes.letter(sent.letter()).await().atMost(PATIENCE).orElseThrow().code();

        for (var tries = 0; tries < 5; tries++) {
            newPlace(device, solution(sent, other(code))).statusCode(403);
        }

        newPlace(device, solution(sent, code)).statusCode(403).body("detail", containsString("too often"));
    }

    @Test
    void aChallengeHasOneCodeAndADeviceSoManyAnHour() throws Exception {
        var device = new ECKeyGenerator(Curve.P_256).generate();
        var challenge = challenge(device);
        assertThat(ask(device, "1.1.1.1.1.x.y", "mary@example.org")).isEqualTo(new Asked.NoChallenge());
        assertThat(ask(device, challenge, "mary@mailinator.com")).isEqualTo(new Asked.NoMailbox());
        assertThat(ask(device, challenge, "mary@example.org")).isInstanceOf(Asked.Sent.class);
        assertThat(ask(device, challenge, "mary@example.org")).isEqualTo(new Asked.NoChallenge());

        // What was asked twice for one challenge counted as well.
        for (var more = 0; more < 3; more++) {
            assertThat(ask(device, challenge(device), "mary+%d@example.org".formatted(more)))
                    .isInstanceOf(Asked.Sent.class);
        }
        assertThat(ask(device, challenge(device), "mary@example.org")).isInstanceOf(Asked.TooMany.class);
        var other = new ECKeyGenerator(Curve.P_256).generate();
        assertThat(ask(other, challenge(other), "Mary+other@example.org")).as("the same mailbox")
                .isInstanceOf(Asked.TooMany.class);
    }

    private Asked ask(ECKey device, String challenge, String mail) throws Exception {
        return codes.ask(new Bond(Action.JOIN, "release", device.computeThumbprint().toString()), challenge, mail, FROM)
                .await().atMost(PATIENCE);
    }

    private static String challenge(ECKey device) {
        return newPlace(device, null).statusCode(403).body("alternatives[1].kind", equalTo("mail"))
                .body("alternatives[1].action", equalTo("join")).body("alternatives[1].scope", equalTo("release"))
                .extract().path("challenge.token");
    }

    private static Map<String, Object> solution(Asked.Sent sent, String code) {
        return Map.of("token", sent.token(), "code", code);
    }

    private static String other(String code) {
        return "%08d".formatted((Integer.parseInt(code) + 1) % 100_000_000);
    }

    private static ValidatableResponse newPlace(ECKey device, Map<String, Object> solution) {
        var key = device.toPublicJWK().toJSONObject();
        return given().header("X-Forwarded-For", FROM.toString()).header("User-Agent", CRAWLER)
                .contentType(ContentType.JSON)
                .body(solution == null ? Map.of("key", key) : Map.of("key", key, "solution", solution))
                .post("/api/probe/release/new-place").then();
    }
}
