package ticketing.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Inject;

import contract.admission.AdmissionToken;
import contract.admission.AdmissionTokens;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;
import ticketing.testing.Await;
import ticketing.testing.Browser;
import ticketing.testing.SecretsTestResource;
import ticketing.testing.TestSale;
import ticketing.testing.WaitingRoomResource;

/** What the core tells the waiting room, and what it hears from it, over real Redis streams. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
@QuarkusTestResource(WaitingRoomResource.class)
@QuarkusTestResource(SecretsTestResource.class)
class OutboxIT {

    @Inject
    TestSale sale;

    @Inject
    RedisDataSource redis;

    @Test
    void aSessionIsToldWhenItBeginsAndWhenItIsDone() {
        var event = sale.event(10, true);
        var fan = new Browser();
        var token = exchange(event, fan);

        fan.order(fan.hold(event, "S-1").path("id"), "ok").then().statusCode(201);

        Await.until("both are told", () -> told(token.jti()).size() == 2);
        assertThat(told(token.jti())).extracting(fields -> fields.get("type")).containsExactly("exchanged", "ended");
        assertThat(told(token.jti()).getLast()).containsEntry("reason", "done").containsEntry("release",
                token.release());
    }

    @Test
    void aFanWhoLeavesIsTold() {
        var event = sale.event(10, true);
        var fan = new Browser();
        var token = exchange(event, fan);

        fan.withSession().delete("/api/ticketing/admissions/current").then().statusCode(204);

        Await.until("the end is told", () -> told(token.jti()).stream()
                .anyMatch(fields -> "left".equals(fields.get("reason"))));
    }

    /** A watermark later than a moment comes only after every exchange before that moment. */
    @Test
    void aWatermarkFollowsTheExchangesBeforeIt() {
        var event = sale.event(10, true);
        var token = exchange(event, new Browser());
        var after = Instant.now().toEpochMilli();

        Await.until("a watermark later than the exchange", () -> all().stream()
                .anyMatch(fields -> isWatermarkAfter(fields, after)));

        var entries = all();
        var exchanged = entries.stream().filter(fields -> token.jti().equals(fields.get("jti"))).findFirst();
        assertThat(entries.indexOf(exchanged.orElseThrow()))
                .isLessThan(entries.indexOf(entries.stream().filter(fields -> isWatermarkAfter(fields, after))
                        .findFirst().orElseThrow()));
    }

    @Test
    void anAdmissionTheWaitingRoomTakesBackEndsItsSession() {
        var event = sale.event(10, true);
        var fan = new Browser();
        var token = exchange(event, fan);
        fan.hold(event, "S-1").then().statusCode(201);

        redis.stream(String.class).xadd("waiting-room:revocations",
                Map.of("jti", token.jti(), "release", token.release(), "reason", "left", "at", "0"));

        Await.until("the seats are free", () -> sale.seats(event, "FREE").size() == 10);
        fan.hold(event, "S-1").then().statusCode(403);
    }

    private AdmissionToken exchange(String event, Browser fan) {
        var token = sale.admission(event, Optional.of(fan.thumbprint()), Instant.now().plusSeconds(60));
        fan.exchange(AdmissionTokens.sign(token, sale.signingKey())).then().statusCode(201);
        return token;
    }

    private List<Map<String, String>> told(String jti) {
        return all().stream().filter(fields -> jti.equals(fields.get("jti"))).toList();
    }

    private List<Map<String, String>> all() {
        return redis.stream(String.class, String.class, String.class)
                .xrange("ticketing:admissions", StreamRange.of("-", "+")).stream()
                .map(message -> message.payload())
                .toList();
    }

    private static boolean isWatermarkAfter(Map<String, String> fields, long moment) {
        return "watermark".equals(fields.get("type")) && Long.parseLong(fields.get("at")) > moment;
    }
}
