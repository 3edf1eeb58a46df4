package e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.restassured.response.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any one child process is killed in the middle of a purchase: nothing is lost, and the stack heals by itself. */
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {

    private static final Duration HEALS_WITHIN = Duration.ofSeconds(60);

    private static Stack stack;

    @BeforeAll
    static void start() {
        stack = Stack.start(Stack.newFolder(), "--empty");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "waiting-room", "ticketing-core", "redis", "postgres" })
    void aPurchaseSurvivesTheDeathOf(String child) {
        var organizer = Organizer.of(stack);
        var sale = organizer.publish(20, true);
        var release = organizer.release(sale, 600, 50);
        var paid = new Fan(stack);
        paid.passTheQueue(release);
        var order = paid.order(paid.hold(sale.event(), List.of("S-1")).path("id"));
        var holding = new Fan(stack);
        holding.passTheQueue(release);
        String hold = holding.hold(sale.event(), List.of("S-2")).path("id");
        var waiting = new Fan(stack);
        int place = waiting.join(release).jsonPath().getInt("place");

        kill(child);

        Await.until(HEALS_WITHIN, "the order is readable", () -> read(order).statusCode() == 200);
        read(order).then().body("state", equalTo("PAID"));
        var key = UUID.randomUUID().toString();
        Await.until(HEALS_WITHIN, "the hold becomes an order",
                () -> holding.order(hold, "ok", key).statusCode() == 201);
        Await.until(HEALS_WITHIN, "the place is still there",
                () -> waiting.join(release).jsonPath().get("place") != null);
        assertThat(waiting.join(release).jsonPath().getInt("place")).isEqualTo(place);
        waiting.passFrom(place, release);
    }

    @Test
    void aSecondStartOnKeptDataShowsTheOrdersOfTheFirst() {
        var data = Stack.newFolder();
        Response order;
        var first = Stack.start(data, "--empty");
        try (first) {
            var sale = Organizer.of(first).publish(10, false);
            var fan = new Fan(first);
            fan.enter(sale.event());
            order = fan.order(fan.hold(sale.event(), List.of("S-1")).path("id"));
        }
        assertThat(first.exitCode()).isZero();

        try (var second = Stack.start(data, "--empty")) {
            given().baseUri(second.address().toString()).header("Authorization", "Bearer " + order.path("secret"))
                    .get("/api/ticketing/orders/" + order.path("code")).then()
                    .statusCode(200).body("state", equalTo("PAID"));
        }
    }

    private static Response read(Response order) {
        return given().baseUri(stack.address().toString()).header("Authorization", "Bearer " + order.path("secret"))
                .get("/api/ticketing/orders/" + order.path("code"));
    }

    /** Kills the eldest process of that kind, as an operator's mistake or the kernel's would. */
    private static void kill(String child) {
        var victims = stack.children(child);
        assertThat(victims).as("processes of " + child).isNotEmpty();
        victims.stream().min(java.util.Comparator.comparing(process -> process.info().startInstant().orElseThrow()))
                .orElseThrow().destroyForcibly();
    }
}
