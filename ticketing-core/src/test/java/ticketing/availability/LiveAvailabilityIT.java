package ticketing.availability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.TimeoutException;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Organizer;
import ticketing.testing.SecretsTestResource;

/** What fans see of seats while others take them (T2, T7). Seats are changed behind the service's back, by SQL. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class LiveAvailabilityIT {

    private static final String HOLD = """
            UPDATE seat_state
               SET state = 'HELD', hold_id = gen_random_uuid(), changed_at = clock_timestamp(),
                   held_until = clock_timestamp() + make_interval(secs => %s)
             WHERE event_id = '%s' AND seat_id = '%s'
            """;

    @Inject
    DataSource database;

    @Inject
    RedisDataSource redis;

    @Test
    void aHeldSeatShowsAndComesBackByItself() throws SQLException {
        var event = Organizer.admin().publish(12, Map.of()).event();
        assertThat(seats(event)).isEqualTo("F".repeat(12));

        sql(HOLD.formatted("1.5", event, "S-2"));

        await(() -> seats(event).equals("FH" + "F".repeat(10)));
        await(() -> seats(event).equals("F".repeat(12)));
    }

    @Test
    void anUnchangedSnapshotIsNotSentTwice() {
        var event = Organizer.admin().publish(3, Map.of()).event();
        var etag = given().get(path(event)).then().statusCode(200).extract().header("ETag");

        given().header("If-None-Match", etag).get(path(event)).then().statusCode(304);
        given().get(path("no-such-event")).then().statusCode(404).body("code", equalTo("unknown-event"));
    }

    @Test
    void aStreamBeginsWithASnapshotAndGoesOnWithChanges() throws Exception {
        var event = Organizer.admin().publish(12, Map.of()).event();
        try (var stream = SeatStream.open(event, null)) {
            var snapshot = stream.next();
            assertThat(snapshot.name()).isEqualTo("snapshot");
            assertThat(snapshot.data().getString("seats")).isEqualTo("F".repeat(12));

            sql(HOLD.formatted("600", event, "S-7"));

            var change = stream.next();
            assertThat(change.name()).isEqualTo("change");
            assertThat(change.data().getList("seats")).isEqualTo(List.of(List.of("S-7", "HELD")));
            assertThat(change.data().getLong("previous")).isEqualTo(snapshot.data().getLong("version"));
            assertThat(change.id()).isEqualTo(change.data().getString("version"));
        }
    }

    @Test
    void whoComesBackIsToldWhatTheyMissed() throws Exception {
        var event = Organizer.admin().publish(12, Map.of()).event();
        sql("UPDATE seat_state SET changed_at = changed_at - interval '1 hour' WHERE event_id = '%s'".formatted(event));
        String known;
        try (var stream = SeatStream.open(event, null)) {
            known = stream.next().id();
        }
        sql(HOLD.formatted("600", event, "S-3"));

        try (var again = SeatStream.open(event, known)) {
            var change = again.next();
            assertThat(change.name()).isEqualTo("change");
            assertThat(change.data().getList("seats")).isEqualTo(List.of(List.of("S-3", "HELD")));
        }
        try (var confused = SeatStream.open(event, "99999999999999999")) {
            assertThat(confused.next().name()).isEqualTo("snapshot");
        }
    }

    @Test
    void aStreamOfAnUnknownEventIsAProblem() throws Exception {
        try (var stream = SeatStream.open("no-such-event", null)) {
            assertThat(stream.status()).isEqualTo(404);
        }
    }

    /** A change is stamped before it is committed; the views must see it however late the commit comes. */
    @Test
    void aChangeThatIsCommittedLateIsNotMissed() throws Exception {
        var event = Organizer.admin().publish(12, Map.of()).event();
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(HOLD.formatted("600", event, "S-1"));
            for (var other = 2; other <= 12; other++) {
                sql(HOLD.formatted("600", event, "S-" + other));
                var seen = "F" + "H".repeat(other - 1) + "F".repeat(12 - other);
                await(() -> seats(event).equals(seen));
            }
            connection.commit();
        }
        await(() -> seats(event).equals("H".repeat(12)));
    }

    @Test
    void changesShowWithoutRedis() throws SQLException {
        var event = Organizer.admin().publish(12, Map.of()).event();
        seats(event);
        redis.execute("CLIENT", "PAUSE", "2500", "ALL");

        sql(HOLD.formatted("600", event, "S-1"));

        await(() -> seats(event).startsWith("H"));
        await(this::redisAnswers);
    }

    @Test
    void theQueuePageLearnsWhatIsLeftOfAGatedEvent() throws SQLException {
        var event = Organizer.admin().publish(12, Map.of("gated", true)).event();
        await(() -> tiers(event).contains("\"left\":12"));

        sql(HOLD.formatted("600", event, "S-1"));

        await(() -> tiers(event)
                .equals("[{\"name\":\"Standard\",\"from\":{\"amount\":4950,\"currency\":\"EUR\"},\"left\":11}]"));
    }

    private boolean redisAnswers() {
        try {
            return redis.execute("PING") != null;
        } catch (TimeoutException paused) {
            return false;
        }
    }

    private String tiers(String event) {
        var tiers = redis.value(String.class).get("ticketing:tiers:" + event);
        return tiers == null ? "" : tiers;
    }

    private static String seats(String event) {
        return given().get(path(event)).then().statusCode(200).extract().path("seats");
    }

    private static String path(String event) {
        return "/api/ticketing/events/" + event + "/availability";
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection(); var update = connection.createStatement()) {
            update.execute(statement);
        }
    }

    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come true in time");
            }
            Thread.onSpinWait();
        }
    }
}
