package ticketing.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Browser;
import ticketing.testing.Organizer;
import ticketing.testing.Race;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** Seats kept back by the organizer, against fans who want them at the same moment (T1, E3). */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class SeatBlocksIT {

    @Inject
    TestSale sale;

    private String event;
    private Organizer organizer;
    private Browser fan;

    @BeforeEach
    void anEventItsOrganizerAndAFan() {
        event = sale.event(10, false);
        organizer = Organizer.admin().colleague(event, "organizer");
        fan = new Browser();
        fan.enter(event);
    }

    @Test
    void aBlockedSeatIsNotSoldUntilTheBlockIsLifted() {
        block("S-1", "S-2").then().statusCode(200).body("changed", equalTo(2));
        block("S-2", "S-3").then().statusCode(200).body("changed", equalTo(1));
        fan.hold(event, "S-1").then().statusCode(409).body("code", equalTo("seats-taken"));

        lift("S-1", "S-4").then().statusCode(200).body("changed", equalTo(1));

        fan.hold(event, "S-1").then().statusCode(201);
        assertThat(sale.seats(event, "BLOCKED")).containsExactly("S-2", "S-3");
        assertThat(sale.count("audit_entry WHERE action = 'seats.blocked' AND subject = ?", event)).isEqualTo(2);
    }

    @Test
    void aSeatAFanHasIsNotBlockedNorIsAnyOther() {
        fan.hold(event, "S-1").then().statusCode(201);

        block("S-1", "S-2").then().statusCode(409).body("code", equalTo("seats-taken")).body("seats", contains("S-1"));
        block("S-2", "S-99").then().statusCode(422).body("code", equalTo("unknown-seat"))
                .body("seats", contains("S-99"));

        assertThat(sale.seats(event, "BLOCKED")).isEmpty();
    }

    @Test
    void aHoldPastItsDeadlineDoesNotStandInTheWay() {
        fan.hold(event, "S-1").then().statusCode(201);
        sale.expireHolds(event);

        block("S-1").then().statusCode(200).body("changed", equalTo(1));

        assertThat(sale.seats(event, "BLOCKED")).containsExactly("S-1");
    }

    @Test
    void fansAndABlockRacingForASeatLeaveItToOne() throws Exception {
        var calls = IntStream.range(0, 20).<Callable<Integer>>mapToObj(n -> () -> {
            if (n % 2 == 0) {
                return block("S-5").statusCode();
            }
            var other = new Browser();
            other.enter(event);
            return other.hold(event, "S-5").statusCode();
        }).toList();

        var answers = Race.allAtOnce(calls);

        // A machine that is too busy to let everybody wait for the seat says so; nothing is changed then.
        assertThat(answers).allMatch(status -> Set.of(200, 201, 409, 503).contains(status));
        assertThat(answers.contains(200)).isNotEqualTo(answers.contains(201));
        assertThat(sale.seats(event, answers.contains(200) ? "BLOCKED" : "HELD")).containsExactly("S-5");
    }

    @Test
    void onlyAnOrganizerOfTheEventBlocks() {
        var admin = Organizer.admin();

        fan.request().body(Map.of("seats", List.of("S-1"), "reason", "x"))
                .post("/api/ticketing/events/" + event + "/seat-blocks").then().statusCode(401);
        admin.colleague(event, "steward").post("/events/" + event + "/seat-blocks", wish("S-1")).then()
                .statusCode(403);
        admin.colleague(admin.organization(), "organizer").post("/events/" + event + "/seat-blocks", wish("S-1"))
                .then().statusCode(404);
    }

    private Response block(String... seats) {
        return organizer.post("/events/" + event + "/seat-blocks", wish(seats));
    }

    private Response lift(String... seats) {
        return organizer.post("/events/" + event + "/seat-blocks/lifting", wish(seats));
    }

    private static Map<String, Object> wish(String... seats) {
        return Map.of("seats", List.of(seats), "reason", "mixing desk");
    }
}
