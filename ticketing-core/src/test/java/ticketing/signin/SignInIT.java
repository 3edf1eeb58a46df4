package ticketing.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Await;
import ticketing.testing.IdentityProviderResource;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;

/** Second factors, sessions, lost passwords, strangers at the door, and the other way in. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(SecretsTestResource.class)
@QuarkusTestResource(IdentityProviderResource.class)
class SignInIT {

    private static final String PASSWORD = "a password of some length";
    private static final String VERIFIER = "v".repeat(43);
    private static final String NONCE = "n".repeat(20);

    @Inject
    MockMailbox mailbox;

    @Inject
    RedisDataSource redis;

    @ConfigProperty(name = "test.provider")
    String provider;

    @Test
    void aCodeOfTheSecondFactorIsGoodOnce() {
        var colleague = Colleague.join("organizer");
        var codes = colleague.setUpSecondFactor();

        var step = colleague.signIn().then().statusCode(401).body("code", equalTo("code-required"))
                .extract().<String>path("step");
        withCode(step, colleague.code(0)).then().statusCode(401).body("code", equalTo("wrong-code"));
        withCode(step, colleague.code(1)).then().statusCode(200).body("roles", contains("organizer"))
                .body("mustSetUpSecondFactor", nullValue());
        withCode(step, colleague.code(1)).then().statusCode(401).body("code", equalTo("wrong-code"));

        colleague.signIn(Map.of("code", codes.getFirst().toLowerCase(java.util.Locale.ROOT))).then().statusCode(200);
        colleague.signIn(Map.of("code", codes.getFirst())).then().statusCode(401);
        withCode("forged." + step, codes.get(1)).then().statusCode(410).body("code", equalTo("step-over"));
    }

    @Test
    void aSecondFactorIsTurnedOffWithACodeOnly() {
        var colleague = Colleague.join("steward");
        var codes = colleague.setUpSecondFactor();

        colleague.me().post("/staff/me/second-factor").then().statusCode(409);
        colleague.me().body(Map.of("code", "000000")).post("/staff/me/second-factor/removal").then().statusCode(422);
        colleague.me().body(Map.of("code", codes.getFirst())).post("/staff/me/second-factor/recovery-codes").then()
                .statusCode(200).body("recoveryCodes", hasSize(10));
        colleague.me().body(Map.of("code", codes.get(1))).post("/staff/me/second-factor/removal").then()
                .statusCode(422);
        colleague.me().body(Map.of("code", colleague.code(1))).post("/staff/me/second-factor/removal").then()
                .statusCode(204);

        colleague.signIn().then().statusCode(200);
    }

    @Test
    void anAdminWhoWantsSecondFactorsGetsThem() {
        var admin = Organizer.admin();
        var colleague = Colleague.join("organizer");
        admin.request().body(Map.of("required", true)).put("/organizations/" + colleague.organization
                + "/second-factor").then().statusCode(204);

        var limited = colleague.signIn().then().statusCode(200).body("mustSetUpSecondFactor", equalTo(true))
                .body("roles", empty()).extract().<String>path("accessToken");
        bearer(limited).get("/organizations/" + colleague.organization + "/members").then().statusCode(404);
        colleague.token = limited;
        var codes = colleague.setUpSecondFactor();
        colleague.me().body(Map.of("code", codes.getFirst())).post("/staff/me/second-factor/removal").then()
                .statusCode(409).body("code", equalTo("second-factor-required"));
        colleague.signIn(Map.of("code", colleague.code(1))).then().statusCode(200)
                .body("roles", contains("organizer"));

        String id = colleague.me().get("/staff/me").path("id");
        admin.request().delete("/staff/accounts/" + id + "/second-factor").then().statusCode(204);
        admin.request().delete("/staff/accounts/" + id + "/second-factor").then().statusCode(404);
        colleague.me().get("/staff/me").then().statusCode(401);
        colleague.signIn().then().statusCode(200).body("mustSetUpSecondFactor", equalTo(true));
        admin.request().queryParam("limit", 50).get("/audit").then()
                .body("items.findAll { it.subject == '" + id + "' }.action", hasItem("second-factor.reset"));
    }

    @Test
    void aSessionThatEndsIsRefusedAtOnceAndToldToTheOthers() {
        var colleague = Colleague.join("steward");
        var other = colleague.signIn().<String>path("accessToken");
        var sessions = bearer(other).get("/staff/me/sessions").then().statusCode(200)
                .body("items", hasSize(2)).body("items[0].current", equalTo(true)).extract().jsonPath();

        bearer(other).delete("/staff/me/sessions/" + sessions.getString("items[1].id")).then().statusCode(204);
        bearer(other).delete("/staff/me/sessions/" + UUID.randomUUID()).then().statusCode(404);

        colleague.me().get("/staff/me").then().statusCode(401);
        bearer(other).get("/staff/me").then().statusCode(200);
        Await.until("the others know", () -> redis.key()
                .exists("ticketing:ended-session:" + sessions.getString("items[1].id")));
        bearer(other).delete("/staff/me/sessions/current").then().statusCode(204);
        bearer(other).get("/staff/me").then().statusCode(401);
    }

    @Test
    void anotherPasswordEndsWhatTheOldOneOpened() {
        var colleague = Colleague.join("steward");
        var other = colleague.signIn().<String>path("accessToken");

        change(colleague, "not it").then().statusCode(422).body("code", equalTo("wrong-password"));
        change(colleague, PASSWORD).then().statusCode(204);

        colleague.me().get("/staff/me").then().statusCode(200);
        bearer(other).get("/staff/me").then().statusCode(401);
        colleague.signIn().then().statusCode(401);
    }

    @Test
    void whoReadsTheMailGetsAnotherPasswordAndNobodyLearnsWhoIsHere() {
        var colleague = Colleague.join("steward");

        var known = reset(colleague.email).then().statusCode(202).extract();
        var unknown = reset("nobody-" + UUID.randomUUID() + "@example.org").then().statusCode(202).extract();

        assertThat(known.asString()).isEqualTo(unknown.asString()).isEmpty();
        Await.until("the mail is there", () -> !mailbox.getMailsSentTo(colleague.email).isEmpty());
        var found = Pattern.compile("/admin/reset#([\\w-]{43})")
                .matcher(mailbox.getMailsSentTo(colleague.email).getFirst().getText());
        assertThat(found.find()).isTrue();
        complete(found.group(1), "another password").then().statusCode(204);
        complete(found.group(1), "a third password").then().statusCode(410).body("code", equalTo("reset-over"));
        colleague.me().get("/staff/me").then().statusCode(401);
        colleague.signIn().then().statusCode(401);
        signIn(Map.of("email", colleague.email, "password", "another password")).then().statusCode(200);
    }

    @Test
    void strangersWhoGuessKeepNobodyOutOfADeviceTheyKnow() {
        var colleague = Colleague.join("steward");
        var device = colleague.signIn().getDetailedCookie("staff-device");
        assertThat(device.isHttpOnly()).isTrue();

        for (var attempt = 0; attempt < 10; attempt++) {
            signIn(Map.of("email", colleague.email, "password", "guess")).then().statusCode(401);
        }

        colleague.signIn().then().statusCode(429);
        given().cookie("staff-device", "forged." + device.getValue().substring(7)).contentType(ContentType.JSON)
                .body(Map.of("email", colleague.email, "password", PASSWORD)).post("/api/ticketing/staff/session")
                .then().statusCode(429);
        given().cookie("staff-device", device.getValue()).contentType(ContentType.JSON)
                .body(Map.of("email", colleague.email, "password", PASSWORD)).post("/api/ticketing/staff/session")
                .then().statusCode(200);
    }

    @Test
    void theIdentityProviderVouchesForWhomWeInvited() {
        var colleague = Colleague.join("organizer");
        var subject = UUID.randomUUID().toString();
        given().get("/api/ticketing/staff/session/identity-provider").then().statusCode(200)
                .body("authorizationEndpoint", equalTo(provider + "/authorize"))
                .body("clientId", equalTo("ticket-d-saster"));

        elsewhere(grant(subject, colleague.email, false), VERIFIER).then().statusCode(403)
                .body("code", equalTo("unknown-account"));
        elsewhere(grant(subject, colleague.email, true), "w".repeat(43)).then().statusCode(401)
                .body("code", equalTo("identity-refused"));
        elsewhere(grant(subject, colleague.email, true), VERIFIER).then().statusCode(200)
                .body("roles", contains("organizer"));
        elsewhere(grant(subject, "moved@example.org", true), VERIFIER).then().statusCode(200)
                .body("roles", contains("organizer"));
        elsewhere(grant(UUID.randomUUID().toString(), colleague.email, true), VERIFIER).then().statusCode(403);
    }

    @Test
    void whatTheProviderSaysToOthersIsNotForUs() {
        var foreign = grant(Map.of("subject", "a", "email", "a@example.org", "verified", "true", "nonce", NONCE,
                "challenge", IdentityProviderResource.challenge(VERIFIER), "audience", "another client"));
        var replayed = grant(Map.of("subject", "a", "email", "a@example.org", "verified", "true", "nonce", "old",
                "challenge", IdentityProviderResource.challenge(VERIFIER)));

        elsewhere(foreign, VERIFIER).then().statusCode(401).body("code", equalTo("identity-refused"));
        elsewhere(replayed, VERIFIER).then().statusCode(401).body("code", equalTo("identity-refused"));
    }

    private String grant(String subject, String email, boolean verified) {
        return grant(Map.of("subject", subject, "email", email, "verified", String.valueOf(verified), "nonce", NONCE,
                "challenge", IdentityProviderResource.challenge(VERIFIER)));
    }

    private String grant(Map<String, String> form) {
        return given().formParams(form).post(provider + "/test/grants").then().statusCode(200).extract().path("code");
    }

    private static Response elsewhere(String code, String verifier) {
        return given().contentType(ContentType.JSON).body(Map.of("code", code, "verifier", verifier, "nonce", NONCE))
                .post("/api/ticketing/staff/session/identity-provider");
    }

    private static Response change(Colleague colleague, String present) {
        return colleague.me().body(Map.of("present", present, "password", "another password"))
                .post("/staff/me/password");
    }

    private static Response reset(String email) {
        return given().contentType(ContentType.JSON).body(Map.of("email", email))
                .post("/api/ticketing/staff/password-resets");
    }

    private static Response complete(String token, String password) {
        return given().contentType(ContentType.JSON).body(Map.of("token", token, "password", password))
                .post("/api/ticketing/staff/password-resets/completion");
    }

    private static Response withCode(String step, String code) {
        return given().contentType(ContentType.JSON).body(Map.of("step", step, "code", code))
                .post("/api/ticketing/staff/session/code");
    }

    private static Response signIn(Map<String, String> credentials) {
        return given().contentType(ContentType.JSON).body(credentials).post("/api/ticketing/staff/session");
    }

    private static RequestSpecification bearer(String token) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + token)
                .basePath("/api/ticketing");
    }

    /** A new member of an organization of their own, signed in. */
    private static final class Colleague {

        private final String email = UUID.randomUUID() + "@example.org";
        private final String organization;
        private String token;
        private byte[] secret;
        private long confirmed;

        private Colleague(String role) {
            var admin = Organizer.admin();
            organization = admin.organization();
            admin.post("/organizations/" + organization + "/members", Map.of("email", email, "name", "Some Body",
                    "role", role, "password", PASSWORD)).then().statusCode(201);
            token = signIn().then().statusCode(200).extract().path("accessToken");
        }

        static Colleague join(String role) {
            return new Colleague(role);
        }

        Response signIn() {
            return signIn(Map.of());
        }

        Response signIn(Map<String, String> more) {
            var credentials = new java.util.HashMap<>(Map.of("email", email, "password", PASSWORD));
            credentials.putAll(more);
            return SignInIT.signIn(credentials);
        }

        RequestSpecification me() {
            return bearer(token);
        }

        /** The recovery codes. */
        List<String> setUpSecondFactor() {
            JsonPath app = me().post("/staff/me/second-factor").then().statusCode(200).extract().jsonPath();
            assertThat(app.getList("qr")).hasSize(app.getString("qr[0]").length());
            secret = fromBase32(app.getString("secret"));
            confirmed = Instant.now().getEpochSecond() / 30;
            return me().body(Map.of("code", code(0))).post("/staff/me/second-factor/confirmation").then()
                    .statusCode(200).body("recoveryCodes", hasSize(10)).extract().path("recoveryCodes");
        }

        /** The code so many steps after the one that confirmed. */
        String code(int later) {
            return Totp.code(secret, confirmed + later);
        }

        private static byte[] fromBase32(String letters) {
            var bits = letters.chars().mapToObj(letter -> String.format("%5s", Integer.toBinaryString(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter))).replace(' ', '0'))
                    .collect(java.util.stream.Collectors.joining());
            var bytes = new byte[bits.length() / 8];
            for (var at = 0; at < bytes.length; at++) {
                bytes[at] = (byte) Integer.parseInt(bits.substring(at * 8, at * 8 + 8), 2);
            }
            return bytes;
        }
    }
}
