package console.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list against the services' own documents, and every call of it with every role. */
class AllowListTest {

    private static final Path DOCUMENTS = Path.of("../docs/openapi");
    private static final List<String> ROLES = List.of("admin", "organizer", "steward");

    /** All that a steward can reach; whatever is added for them is added here on purpose. */
    private static final Set<String> OF_STEWARDS = Set.of(
            "GET /ticketing/organizations", "GET /ticketing/staff/events", "GET /ticketing/events/{}",
            "GET /ticketing/events/{}/ownership", "GET /ticketing/events/{}/order-terms",
            "GET /ticketing/events/{}/plan", "GET /ticketing/events/{}/availability", "GET /ticketing/events/{}/seats",
            "GET /ticketing/venues", "GET /ticketing/venues/{}", "GET /ticketing/plans", "GET /ticketing/plans/{}",
            "GET /ticketing/plans/{}/geometry",
            "GET /ticketing/events/{}/check-ins", "GET /ticketing/events/{}/check-ins/figures",
            "GET /ticketing/events/{}/check-ins/offline-list", "POST /ticketing/check-ins",
            "GET /ticketing/organizations/{}/members", "GET /ticketing/payments/methods",
            "GET /waiting-room/releases", "GET /waiting-room/releases/{}", "GET /waiting-room/releases/{}/status",
            "GET /waiting-room/releases/{}/figures", "GET /waiting-room/releases/{}/history",
            "GET /waiting-room/releases/{}/reviews",
            "POST /waiting-room/releases/{}/places/{}/review", "GET /waiting-room/releases/{}/fairness",
            "GET /waiting-room/releases/{}/fairness/report", "GET /waiting-room/releases/{}/fairness/log",
            "GET /waiting-room/releases/{}/fairness/log.txt", "GET /waiting-room/releases/{}/fairness/consistency",
            "GET /ticketing/staff/me", "PATCH /ticketing/staff/me", "POST /ticketing/staff/me/password",
            "GET /ticketing/staff/me/sessions", "DELETE /ticketing/staff/me/sessions",
            "DELETE /ticketing/staff/me/sessions/{}", "POST /ticketing/staff/me/second-factor",
            "POST /ticketing/staff/me/second-factor/confirmation", "POST /ticketing/staff/me/second-factor/removal",
            "POST /ticketing/staff/me/second-factor/recovery-codes");

    private final AllowList list = new AllowList();

    @Test
    void everyCallIsOneThatAServiceKnows() throws IOException {
        assertThat(calls()).isSubsetOf(documented());
    }

    @Test
    void everyCallIsOpenToTheRolesOfItsLineAndToNoOther() {
        for (var call : list.calls()) {
            for (var method : call.methods()) {
                for (var role : ROLES) {
                    var verdict = list.ask(method, call.path().replaceAll("\\{\\w+}", "x7-Y_z"), List.of(role));
                    assertThat(verdict instanceof Verdict.Allowed).as("%s %s as %s", method, call.path(), role)
                            .isEqualTo(call.roles().contains(role));
                }
            }
            assertThat(call.roles()).as("an admin may do everything: " + call.path()).contains("admin");
        }
    }

    /** Who has yet to set up a second factor has no role, and needs their account. */
    @Test
    void accountIsItsOwnersWithoutAnyRole() {
        assertThat(list.ask("GET", "/ticketing/staff/me", List.of())).isInstanceOf(Verdict.Allowed.class);
        assertThat(list.ask("GET", "/ticketing/organizations", List.of())).isInstanceOf(Verdict.OtherRole.class);
    }

    @Test
    void stewardReachesWhatIsTheirs() {
        var reached = new TreeSet<String>();
        list.calls().stream().filter(call -> call.roles().contains("steward")).forEach(call -> call.methods()
                .forEach(method -> reached.add(method + " " + call.path().replaceAll("\\{\\w+}", "{}"))));

        assertThat(reached).isSubsetOf(OF_STEWARDS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/ticketing/events/a/../b/orders", "/ticketing/events/..%2Fx/orders",
            "/ticketing/events/%2e%2e/orders", "/ticketing/events/a%5Cb/orders", "/ticketing/events//orders",
            "/ticketing/events/a/orders/", "/ticketing/staff/session", "/waiting-room/releases/a/visitors",
            "/ticketing/events/a%0Ab/orders", "/ticketing/events/a;b/orders", "/ticketing", "" })
    void addressThatIsNotOnTheListIsUnknown(String path) {
        assertThat(list.ask("GET", path, ROLES)).isInstanceOf(Verdict.Unknown.class);
    }

    private Set<String> calls() {
        var calls = new TreeSet<String>();
        list.calls().forEach(call -> call.methods()
                .forEach(method -> calls.add(method + " " + call.path().replaceAll("\\{\\w+}", "{}"))));
        return calls;
    }

    private static Set<String> documented() throws IOException {
        var known = new TreeSet<String>();
        for (var service : List.of("ticketing-core", "waiting-room")) {
            var document = new ObjectMapper(new YAMLFactory())
                    .readTree(Files.readString(DOCUMENTS.resolve(service + ".yaml")));
            document.path("paths").properties().forEach(path -> methods(path.getValue())
                    .forEach(method -> known.add(method.toUpperCase(Locale.ROOT) + " " + generic(path.getKey()))));
        }
        return known;
    }

    private static String generic(String path) {
        return path.replaceFirst("^/api", "").replaceAll("\\{\\w+}", "{}");
    }

    private static Stream<String> methods(JsonNode path) {
        return path.properties().stream().map(entry -> entry.getKey())
                .filter(key -> Set.of("get", "post", "put", "patch", "delete").contains(key));
    }
}
