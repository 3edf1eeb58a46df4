package e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/**
 * Every call of the console by everybody who is not to make it, at the services themselves: that the console does not
 * pass it on is one lock, that they refuse it the other. The table is the console's own list.
 */
class RolesIT {

    private static final Path LIST = Path.of("../admin-console/src/main/resources/console/calls.yaml");
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final String PASSWORD = "a password of some length";
    /** Refused as nobody, as the wrong role, as somebody for whom it does not exist, or before anybody looked. */
    private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 404);
    /** What anybody may read in the shop and in the queue. */
    private static final Pattern PUBLIC = Pattern
            .compile("GET (/ticketing/events/\\{event}(/plan|/availability|/seats|/order-terms)?"
                    + "|/ticketing/payments/methods|/waiting-room/releases(/\\{release}(/status|/fairness.*)?)?"
                    + "|/waiting-room/jwks.json|/ticketing/event-pictures/\\{event}/\\{digest}/small)");

    private final Stack stack = Stack.shared();

    @TestFactory
    Stream<DynamicTest> whoIsNotToMakeACallIsRefused() {
        var house = House.open(stack);
        return calls().filter(call -> !call.isPublic()).flatMap(call -> Stream.of("nobody", "steward", "organizer")
                .filter(caller -> !call.roles().contains(caller))
                .map(caller -> DynamicTest.dynamicTest(call + " by " + caller, () -> {
                    var answer = house.make(call, caller);

                    assertThat(answer.statusCode()).as(answer.asString()).isIn(REFUSED);
                    if (caller.equals("nobody")) {
                        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(401);
                    }
                })));
    }

    /** An organizer of another organization finds nothing of this one, whatever the method. */
    @TestFactory
    Stream<DynamicTest> whatBelongsToOthersDoesNotExist() {
        var house = House.open(stack);
        return calls().filter(call -> !call.isPublic() && call.isAboutOneOrganization())
                .map(call -> DynamicTest.dynamicTest(call + " by a stranger",
                        () -> assertThat(house.make(call, "stranger").statusCode()).isIn(REFUSED)));
    }

    @Test
    void anAdminReadsEverything() {
        var house = House.open(stack);

        assertThat(calls().filter(call -> call.method().equals("GET") && house.knowsAllOf(call))
                .filter(call -> house.make(call, "admin").statusCode() >= 500)).isEmpty();
    }

    private static Stream<Call> calls() {
        try (var text = Files.newBufferedReader(LIST)) {
            List<Map<String, Object>> lines = new Yaml().load(text);
            return lines.stream().flatMap(line -> list(line.get("methods")).stream()
                    .map(method -> new Call(method, String.valueOf(line.get("path")),
                            Set.copyOf(list(line.get("roles"))))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> list(Object node) {
        return node instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of(String.valueOf(node));
    }

    private record Call(String method, String path, Set<String> roles) {

        boolean isPublic() {
            return PUBLIC.matcher(method + " " + path).matches();
        }

        boolean isPicture() {
            return path.startsWith("/ticketing/event-pictures/");
        }

        boolean isAboutOneOrganization() {
            return path.contains("{event}") || path.contains("{organization}") || path.contains("{release}");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    /** An organization with an event and a release, its people, an organizer of another one, and nobody. */
    private record House(Stack stack, Map<String, String> names, Map<String, RequestSpecification> callers) {

        static House open(Stack stack) {
            var admin = Organizer.of(stack);
            var sale = admin.publish(10, true);
            var release = admin.release(sale, 600, 10);
            var elsewhere = admin.publish(10, false);
            return new House(stack, Map.of("organization", sale.organization(), "event", sale.event(), "release",
                    release, "list", "block", "place", "1", "version", "1"),
                    Map.of(
                            "nobody", anonymous(stack),
                            "steward", member(stack, admin, sale.organization(), "steward"),
                            "organizer", member(stack, admin, sale.organization(), "organizer"),
                            "stranger", member(stack, admin, elsewhere.organization(), "organizer"),
                            "admin", admin.staff()));
        }

        private static RequestSpecification anonymous(Stack stack) {
            return given().baseUri(stack.address().toString()).contentType(ContentType.JSON);
        }

        private static RequestSpecification member(Stack stack, Organizer admin, String organization, String role) {
            var email = UUID.randomUUID() + "@example.org";
            admin.staff().body(Map.of("email", email, "name", "Some Body", "role", role, "password", PASSWORD))
                    .post("/api/ticketing/organizations/" + organization + "/members").then().statusCode(201);
            var token = anonymous(stack).body(Map.of("email", email, "password", PASSWORD))
                    .post("/api/ticketing/staff/session").then().statusCode(200).extract().<String>path("accessToken");
            return anonymous(stack).header("Authorization", "Bearer " + token);
        }

        boolean knowsAllOf(Call call) {
            return NAME.matcher(call.path()).results().allMatch(name -> names.containsKey(name.group(1)));
        }

        Response make(Call call, String caller) {
            var path = NAME.matcher(call.path())
                    .replaceAll(name -> names.getOrDefault(name.group(1), UUID.randomUUID().toString()));
            var request = given().spec(callers.get(caller)).header("If-Match", "*");
            if (call.method().equals("PUT") && call.isPicture()) {
                request.contentType("image/png").body(new byte[]{ 1 });
            } else if (!call.method().equals("GET") && !call.method().equals("DELETE")) {
                request.body(Map.of());
            }
            return request.request(call.method(), "/api" + path);
        }
    }
}
