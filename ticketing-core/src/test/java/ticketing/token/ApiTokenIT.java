package ticketing.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** Members and programs of an organization: who may do what, from when on, and until when (E3). */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class ApiTokenIT {

    @Inject
    TestSale sale;

    @Inject
    MockMailbox mailbox;

    private Organizer admin;
    private String organization;
    private String event;
    private Organizer organizer;

    @BeforeEach
    void anOrganizationWithAnOrganizer() {
        admin = Organizer.admin();
        event = sale.event(2, false);
        organization = event;
        organizer = admin.colleague(organization, "organizer");
    }

    @Test
    void aTokenDoesWhatItsRoleMayAndNoMore() {
        var token = make("steward").then().statusCode(201).header("Cache-Control", "no-store")
                .body("token", startsWith("tds_")).extract().<String>path("token");

        with(token).get("/events/" + event + "/ownership").then().statusCode(200);
        with(token).get("/events/" + event + "/sales").then().statusCode(403);
        with(token).get("/events/" + sale.event(2, false) + "/ownership").then().statusCode(404);
        with(token + "x").get("/events/" + event + "/ownership").then().statusCode(401)
                .header("WWW-Authenticate", "Bearer").body("code", equalTo("not-authenticated"));
        organizer.request().get(tokens()).then().body("items", hasSize(1)).body("items[0].lastUsedAt", notNullValue())
                .body("items[0].role", equalTo("steward"));
        assertThat(sale.count("api_token WHERE position(? IN encode(token_digest, 'escape')) > 0", token)).isZero();
    }

    @Test
    void aTokenOfAnOrganizerMakesNeitherTokensNorMembers() {
        var token = make("organizer").<String>path("token");

        with(token).get("/events/" + event + "/sales").then().statusCode(200);
        with(token).body(Map.of("name", "Another", "role", "organizer")).post(tokens()).then().statusCode(403);
        with(token).body(Map.of("email", "a@example.org", "name", "A", "role", "organizer"))
                .post("/organizations/" + organization + "/members").then().statusCode(403);
    }

    @Test
    void aRevokedTokenAndOneThatIsOverAreNobodys() {
        var made = make("steward");
        organizer.request().delete(tokens() + "/" + made.path("id")).then().statusCode(204);
        with(made.path("token")).get("/events/" + event + "/ownership").then().statusCode(401);

        var old = make("steward");
        sale.update("UPDATE api_token SET made_at = made_at - interval '1 year',"
                + " expires_at = clock_timestamp() - interval '1 second' WHERE id = ?::uuid", old.<String>path("id"));
        with(old.path("token")).get("/events/" + event + "/ownership").then().statusCode(401);

        organizer.request().body(Map.of("name", "Eternal", "role", "steward", "expiresAt",
                Instant.now().plus(Duration.ofDays(1000)).toString())).post(tokens()).then().statusCode(400);
        organizer.request().delete(tokens() + "/" + UUID.randomUUID()).then().statusCode(404);
        organizer.request().get("/audit").then().body("items.action", hasItems("api-token.made", "api-token.revoked"));
    }

    @Test
    void whoIsSentAwayIsGoneAtOnceAndTheirTokensToo() {
        var colleague = admin.colleague(organization, "organizer");
        var token = colleague.request().body(Map.of("name", "Mine", "role", "organizer")).post(tokens())
                .<String>path("token");
        var members = colleague.request().get("/organizations/" + organization + "/members").then().statusCode(200)
                .body("items.role", contains("organizer", "organizer")).extract();
        var other = sale.text("SELECT staff_id::text AS state FROM membership WHERE organization_id = ?"
                + " AND staff_id <> (SELECT made_by FROM api_token WHERE organization_id = ?)", organization,
                organization);
        assertThat(members.<java.util.List<String>>path("items.id")).contains(other);

        colleague.request().body(Map.of("role", "steward")).patch(member(other)).then().statusCode(200)
                .body("role", equalTo("steward"));
        organizer.request().get("/events/" + event + "/sales").then().statusCode(403);
        var last = sale.text("SELECT made_by::text AS state FROM api_token WHERE organization_id = ?", organization);
        colleague.request().delete(member(last)).then().statusCode(409).body("code", equalTo("last-organizer"));
        admin.request().delete(member(last)).then().statusCode(204);

        colleague.request().get("/events/" + event + "/sales").then().statusCode(404);
        with(token).get("/events/" + event + "/sales").then().statusCode(401);
        admin.request().delete(member(last)).then().statusCode(404).body("code", equalTo("unknown-member"));
        admin.request().queryParam("limit", 200).get("/audit").then().body("items.action", hasItems("member.removed",
                "member.role-changed"));
    }

    @Test
    void whoHasNotAnsweredIsInvitedAgain() {
        var email = UUID.randomUUID() + "@example.org";
        var id = organizer.post("/organizations/" + organization + "/members", Map.of("email", email, "name", "New",
                "role", "steward")).then().statusCode(201).extract().<String>path("id");

        organizer.post("/organizations/" + organization + "/members/" + id + "/invitation", Map.of()).then()
                .statusCode(202).body("invited", equalTo(true));

        assertThat(mailbox.getMailsSentTo(email)).hasSize(2);
        organizer.request().get("/organizations").then().body("items.id", contains(organization))
                .body("items.role", containsInAnyOrder("organizer"));
    }

    private Response make(String role) {
        return organizer.request().body(Map.of("name", "Box office", "role", role)).post(tokens());
    }

    private String tokens() {
        return "/organizations/" + organization + "/api-tokens";
    }

    private String member(String id) {
        return "/organizations/" + organization + "/members/" + id;
    }

    private static RequestSpecification with(String token) {
        return given().contentType(ContentType.JSON).basePath("/api/ticketing")
                .header("Authorization", "Bearer " + token);
    }
}
