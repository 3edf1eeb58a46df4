package ticketing.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;

/** Who gets in, and how. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class StaffIT {

    private static final String PASSWORD = "a password of some length";

    @Inject
    MockMailbox mailbox;

    @Test
    void theFirstAdminSignsIn() {
        signIn(SecretsTestResource.ADMIN_EMAIL.toUpperCase(java.util.Locale.ROOT), SecretsTestResource.ADMIN_PASSWORD)
                .then().statusCode(200).header("Cache-Control", "no-store")
                .body("roles", contains("admin")).body("expiresInSeconds", equalTo(28800));
    }

    @Test
    void theTokenTellsRolesAndOrganizationsAndNoName() {
        var admin = Organizer.admin();
        var organization = admin.organization();

        var token = admin.colleague(organization, "organizer").token();

        var claims = JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1])));
        assertThat(claims.getString("iss")).isEqualTo("ticketing-core");
        assertThat(claims.getList("groups")).isEqualTo(List.of("organizer"));
        assertThat(claims.getMap("organizations")).isEqualTo(Map.of(organization, "organizer"));
        assertThat(claims.getMap("").keySet()).doesNotContain("email", "upn", "name");
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountLookTheSame() {
        var wrong = signIn(SecretsTestResource.ADMIN_EMAIL, "wrong").then().statusCode(401).extract().asString();
        var unknown = signIn("nobody-" + UUID.randomUUID() + "@example.org", "wrong").then().statusCode(401)
                .body("code", equalTo("invalid-credentials")).extract().asString();

        assertThat(wrong).isEqualTo(unknown);
    }

    @Test
    void whoGuessesTooOftenHasToWaitEvenWithTheRightPassword() {
        var email = UUID.randomUUID() + "@example.org";
        var admin = Organizer.admin();
        add(admin, admin.organization(), Map.of("email", email, "name", "A", "role", "steward", "password", PASSWORD));

        for (var attempt = 0; attempt < 10; attempt++) {
            signIn(email, "guess " + attempt).then().statusCode(401);
        }

        signIn(email, PASSWORD).then().statusCode(429).header("Retry-After", notNullValue())
                .body("code", equalTo("slow-down"));
    }

    @Test
    void whoGetsInStartsCountingAnew() {
        var email = UUID.randomUUID() + "@example.org";
        var admin = Organizer.admin();
        add(admin, admin.organization(), Map.of("email", email, "name", "A", "role", "steward", "password", PASSWORD));

        for (var round = 0; round < 3; round++) {
            for (var attempt = 0; attempt < 4; attempt++) {
                signIn(email, "guess " + attempt).then().statusCode(401);
            }
            signIn(email, PASSWORD).then().statusCode(200);
        }
    }

    @Test
    void anInvitedColleagueChoosesAPasswordOnce() {
        var email = UUID.randomUUID() + "@example.org";
        var admin = Organizer.admin();
        add(admin, admin.organization(), Map.of("email", email, "name", "New Colleague", "role", "organizer"));
        signIn(email, "").then().statusCode(400);

        var token = invitation(email);
        accept(token).then().statusCode(204);

        signIn(email, PASSWORD).then().statusCode(200).body("roles", contains("organizer"));
        accept(token).then().statusCode(410).body("code", equalTo("invitation-over"));
    }

    @Test
    void nobodySetsThePasswordOfAnAccountThatHasOne() {
        var email = UUID.randomUUID() + "@example.org";
        var admin = Organizer.admin();
        add(admin, admin.organization(), Map.of("email", email, "name", "A", "role", "steward", "password", PASSWORD));
        var intruder = admin.organization();

        admin.post("/organizations/" + intruder + "/members", Map.of("email", email, "name", "A", "role", "steward",
                "password", "another password")).then().statusCode(409).body("code", equalTo("member-has-password"));
        add(admin, intruder, Map.of("email", email, "name", "A", "role", "organizer"));

        signIn(email, PASSWORD).then().statusCode(200).body("roles", contains("organizer", "steward"));
    }

    @Test
    void staffActionsLeaveATrailThatOrganizersSeeOfTheirOwn() {
        var admin = Organizer.admin();
        var sale = admin.publish(2, Map.of());
        var other = admin.publish(2, Map.of());
        var organizer = admin.colleague(sale.organization(), "organizer");

        organizer.request().get("/audit").then().statusCode(200)
                .body("items.action", contains("member.added", "event.published", "event.created", "plan.imported",
                        "venue.created", "organization.created"))
                .body("items.organizationId", not(org.hamcrest.Matchers.hasItem(other.organization())));
        admin.request().queryParam("limit", 200).get("/audit").then().statusCode(200)
                .body("items.organizationId", org.hamcrest.Matchers.hasItems(sale.organization(),
                        other.organization()));
        var first = organizer.request().queryParam("limit", 4).get("/audit").then().extract();
        organizer.request().queryParam("limit", 4).queryParam("after", first.<String>path("next")).get("/audit").then()
                .body("items.action", contains("venue.created", "organization.created"));
    }

    @Test
    void whoIsKeptOutIsOutWithTheNextRequestAndComesBackAsTheyWere() {
        var admin = Organizer.admin();
        var organization = admin.organization();
        var email = UUID.randomUUID() + "@example.org";
        add(admin, organization, Map.of("email", email, "name", "Lost Laptop", "role", "organizer", "password",
                PASSWORD));
        var colleague = Organizer.signIn(email, PASSWORD);
        var apiToken = colleague.post("/organizations/" + organization + "/api-tokens", Map.of("name", "box office",
                "role", "organizer")).then().statusCode(201).extract().<String>path("token");
        var person = admin.request().queryParam("query", email.toUpperCase(java.util.Locale.ROOT)).get("/staff").then()
                .statusCode(200).body("items.size()", equalTo(1)).body("items[0].organizations[0].role",
                        equalTo("organizer"))
                .extract().<String>path("items[0].id");

        admin.post("/staff/" + person + "/suspension", Map.of("reason", "Lost their laptop")).then().statusCode(200)
                .body("suspendedReason", equalTo("Lost their laptop"));

        colleague.request().get("/organizations").then().statusCode(401);
        signIn(email, PASSWORD).then().statusCode(401).body("code", equalTo("invalid-credentials"));
        given().header("Authorization", "Bearer " + apiToken)
                .get("/api/ticketing/venues?organizationId=" + organization)
                .then().statusCode(401);
        admin.request().delete("/staff/" + person + "/suspension").then().statusCode(200)
                .body("suspendedAt", equalTo(null));
        colleague.request().get("/organizations").then().statusCode(401);
        signIn(email, PASSWORD).then().statusCode(200).body("roles", contains("organizer"));
        admin.request().queryParam("subject", person).queryParam("action", "staff.").get("/audit").then()
                .statusCode(200).body("items.action", contains("staff.readmitted", "staff.suspended"))
                .body("items[1].detail.reason", equalTo("Lost their laptop"));
        var self = new String(Base64.getUrlDecoder().decode(admin.token().split("\\.")[1]));
        admin.post("/staff/" + JsonPath.from(self).getString("sub") + "/suspension", Map.of("reason", "No")).then()
                .statusCode(409).body("code", equalTo("own-account"));
    }

    private String invitation(String email) {
        var text = mailbox.getMailsSentTo(email).getFirst().getText();
        var matcher = Pattern.compile("http://\\S+/admin/invitation#([\\w-]{43})\n").matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static void add(Organizer admin, String organization, Map<String, String> member) {
        admin.post("/organizations/" + organization + "/members", member).then().statusCode(201);
    }

    private static Response accept(String token) {
        return given().contentType(ContentType.JSON).body(Map.of("token", token, "password", PASSWORD))
                .post("/api/ticketing/staff/invitations/acceptance");
    }

    private static Response signIn(String email, String password) {
        return given().contentType(ContentType.JSON).body(Map.of("email", email, "password", password))
                .post("/api/ticketing/staff/session");
    }
}
