package ticketing.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import standalone.testing.StoresTestResource;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;

/**
 * Role by endpoint (E3). Anonymous: 401. Not of one's organization: 404. Own, but not for one's role: 403. Every call
 * is made against an event of its own, so that none depends on what another has done.
 */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class AuthorizationIT {

    private static final List<String> CALLERS = List.of("anonymous", "stranger", "steward", "organizer", "admin");

    /** What is called, and what each of the callers gets. */
    private record Row(String call, List<Integer> answers) {}

    private static final List<Row> MATRIX = List.of(
            new Row("POST /organizations", List.of(401, 403, 403, 403, 201)),
            new Row("POST /organizations/{organization}/members", List.of(401, 404, 403, 201, 201)),
            new Row("GET /organizations/{organization}/members", List.of(401, 404, 403, 200, 200)),
            new Row("POST /venues", List.of(401, 404, 403, 201, 201)),
            new Row("GET /venues?organizationId={organization}", List.of(401, 404, 200, 200, 200)),
            new Row("POST /plans?organizationId={organization}&venueId={venue}", List.of(401, 404, 403, 201, 201)),
            new Row("GET /plans/{plan}", List.of(401, 404, 200, 200, 200)),
            new Row("POST /events", List.of(401, 404, 403, 201, 201)),
            new Row("GET /events/{event}", List.of(404, 404, 200, 200, 200)),
            new Row("PATCH /events/{event}", List.of(401, 404, 403, 200, 200)),
            new Row("POST /events/{event}/publication", List.of(401, 404, 403, 200, 200)),
            new Row("POST /events/{event}/cancellation", List.of(401, 404, 403, 200, 200)),
            new Row("GET /events/{event}/ownership", List.of(401, 404, 200, 200, 200)),
            new Row("DELETE /event-pictures/{event}", List.of(401, 404, 403, 204, 204)),
            new Row("GET /audit", List.of(401, 200, 403, 200, 200)),
            new Row("GET /staff", List.of(401, 403, 403, 403, 200)),
            new Row("POST /staff/{nobody}/suspension", List.of(401, 403, 403, 403, 404)),
            new Row("DELETE /staff/{nobody}/suspension", List.of(401, 403, 403, 403, 404)),
            new Row("GET /system", List.of(401, 403, 403, 403, 200)),
            new Row("GET /system/settings", List.of(401, 403, 403, 403, 200)));

    @TestFactory
    Stream<DynamicTest> everyRoleGetsWhatIsItsOwn() {
        var house = House.open();
        return MATRIX.stream().flatMap(row -> IntStream.range(0, CALLERS.size()).mapToObj(caller -> DynamicTest
                .dynamicTest(row.call() + " by " + CALLERS.get(caller), () -> assertThat(
                        house.call(row.call(), CALLERS.get(caller))).isEqualTo(row.answers().get(caller)))));
    }

    @Test
    void aForgedTokenIsNobodys() {
        var token = Organizer.admin().token();
        var forged = token.substring(0, token.lastIndexOf('.') + 1) + "A".repeat(86);

        given().header("Authorization", "Bearer " + forged).get("/api/ticketing/audit").then().statusCode(401)
                .contentType("application/problem+json").header("WWW-Authenticate", "Bearer");
    }

    /** An organization with a venue and a plan, its people, and an organizer of another one. */
    private record House(Organizer admin, String organization, String venue, String plan,
            Map<String, Organizer> callers) {

        static House open() {
            var admin = Organizer.admin();
            var organization = admin.organization();
            var venue = admin.venue(organization);
            var plan = admin.plan(organization, venue, Organizer.plan(3));
            return new House(admin, organization, venue, plan, Map.of("admin", admin,
                    "stranger", admin.colleague(admin.organization(), "organizer"),
                    "steward", admin.colleague(organization, "steward"),
                    "organizer", admin.colleague(organization, "organizer")));
        }

        int call(String call, String caller) {
            var event = admin.event(organization, venue, plan, Map.of());
            var parts = call.replace("{organization}", organization).replace("{venue}", venue).replace("{plan}", plan)
                    .replace("{event}", event).replace("{nobody}", UUID.randomUUID().toString()).split(" ");
            var request = callers.containsKey(caller) ? callers.get(caller).request() : anonymous();
            return request.header("If-Match", "*").body(body(call)).request(parts[0], parts[1]).statusCode();
        }

        private Object body(String call) {
            return switch (call.split("[ ?]")[1]) {
                case "/organizations" -> Map.of("name", "Another");
                case "/organizations/{organization}/members" -> Map.of("email", UUID.randomUUID() + "@example.org",
                        "name", "Some Body", "role", "steward", "password", "long enough");
                case "/venues" -> Map.of("organizationId", organization, "name", "Hall", "address", "", "city", "Wien",
                        "country", "AT", "timezone", "Europe/Vienna");
                case "/plans" -> Organizer.plan(3);
                case "/events" -> Organizer.draft(organization, venue, plan, Map.of());
                case "/events/{event}" -> Map.of("title", "Another");
                case "/staff/{nobody}/suspension" -> Map.of("reason", "Lost their laptop");
                default -> Map.of();
            };
        }

        private static RequestSpecification anonymous() {
            return given().contentType(ContentType.JSON).basePath("/api/ticketing");
        }
    }
}
