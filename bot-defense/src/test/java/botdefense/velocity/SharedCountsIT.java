package botdefense.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import botdefense.Action;
import botdefense.client.Address;
import botdefense.guard.Inquiry;
import botdefense.network.Networks;
import botdefense.score.Sighting;
import botdefense.store.DefenseRedis;
import botdefense.store.SharedSecret;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;

/** Two instances that share nothing but the store know of each other what they must. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
class SharedCountsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CREATED = 201;
    private static final String CONCERT = UUID.randomUUID().toString();

    @Inject
    DefenseRedis redis;

    @Inject
    Networks networks;

    @Inject
    SharedSecret secret;

    @Inject
    InstantSource clock;

    @Test
    void holdsOnOneInstanceAreKnownOnTheOther() {
        var one = new InventoryWitness(new HoldNewsStore(redis), secret, clock);
        var other = new InventoryWitness(new HoldNewsStore(redis), secret, clock);
        var spinner = shopping(Action.HOLD, "spinner", List.of());

        IntStream.range(0, 3).forEach(hold -> one.learn(spinner, CREATED));
        other.learn(spinner, CREATED);

        eventually(() -> seen(one, spinner).contains("spinning"), one);
        eventually(() -> seen(other, spinner).contains("spinning"), other);
        one.learn(shopping(Action.PAY, "spinner", List.of()), CREATED);
        eventually(() -> seen(other, spinner).isEmpty(), other);
    }

    /** Two of one household, each on another instance. */
    @Test
    void aSeatThatGoesBackAndForthBetweenInstancesIsKnownOnBoth() {
        var one = new InventoryWitness(new HoldNewsStore(redis), secret, clock);
        var other = new InventoryWitness(new HoldNewsStore(redis), secret, clock);
        var ada = shopping(Action.HOLD, "ada", List.of("A-1", "A-2"));
        var grace = shopping(Action.HOLD, "grace", List.of("A-2"));

        one.learn(ada, CREATED);
        other.learn(grace, CREATED);
        assertThat(seen(one, ada)).as("swapped once").isEmpty();
        one.learn(ada, CREATED);

        eventually(() -> seen(other, grace).contains("ping-pong"), other);
        assertThat(seen(other, shopping(Action.HOLD, "grace", List.of("A-1")))).isEmpty();
    }

    /** Neither saw enough by itself. */
    @Test
    void joinsOfANetworkAreCountedTogether() {
        var noon = InstantSource.fixed(java.time.Instant.parse("2030-01-01T12:00:30Z"));
        var one = new VelocityWitness(networks, new TallyStore(redis), noon);
        var other = new VelocityWitness(networks, new TallyStore(redis), noon);
        var flood = inquiry(Action.JOIN, "203.0.113.210");
        IntStream.range(0, 150).forEach(join -> assertThat(one.look(flood)).isEmpty());
        IntStream.range(0, 150).forEach(join -> assertThat(other.look(flood)).isEmpty());

        one.refresh().await().atMost(PATIENCE);
        other.refresh().await().atMost(PATIENCE);

        assertThat(seen(other, flood)).containsExactly("subnet-rate");
    }

    private static List<String> seen(botdefense.guard.Witness witness, Inquiry inquiry) {
        return witness.look(inquiry).stream().map(Sighting::rule).toList();
    }

    private static Inquiry inquiry(Action action, String address) {
        return Inquiry.of(action, Address.parse(address).orElseThrow(), Optional.empty());
    }

    private static Inquiry shopping(Action action, String session, List<String> seats) {
        return new Inquiry(action, Address.parse("198.51.100.210").orElseThrow(), Optional.empty(), Optional.empty(),
                Optional.of(session), Optional.empty(), List.of(), CONCERT, seats);
    }

    /** News are told without making anybody wait, so they may still be on their way. */
    private static void eventually(java.util.function.BooleanSupplier holds, InventoryWitness witness) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            witness.refresh().await().atMost(PATIENCE);
            assertThat(System.nanoTime()).isLessThan(deadline);
        } while (!holds.getAsBoolean());
    }
}
