package botdefense.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import botdefense.Action;
import botdefense.client.Address;
import botdefense.guard.Inquiry;
import botdefense.network.Networks;
import botdefense.score.Sighting;
import botdefense.store.DefenseRedis;
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

    @Inject
    DefenseRedis redis;

    @Inject
    Networks networks;

    @Inject
    InstantSource clock;

    @Test
    void holdsOnOneInstanceAreKnownOnTheOther() {
        var one = new InventoryWitness(new HoldNewsStore(redis), clock);
        var other = new InventoryWitness(new HoldNewsStore(redis), clock);
        var spinner = inquiry(Action.HOLD, "198.51.100.210");

        IntStream.range(0, 3).forEach(hold -> one.learn(spinner, CREATED));
        other.learn(spinner, CREATED);

        eventually(() -> seen(one, spinner).contains("spinning"), one);
        eventually(() -> seen(other, spinner).contains("spinning"), other);
        one.learn(inquiry(Action.PAY, "198.51.100.210"), CREATED);
        eventually(() -> seen(other, spinner).isEmpty(), other);
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

    /** News are told without making anybody wait, so they may still be on their way. */
    private static void eventually(java.util.function.BooleanSupplier holds, InventoryWitness witness) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            witness.refresh().await().atMost(PATIENCE);
            assertThat(System.nanoTime()).isLessThan(deadline);
        } while (!holds.getAsBoolean());
    }
}
