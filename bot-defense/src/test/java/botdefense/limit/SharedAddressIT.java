package botdefense.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;
import standalone.testing.StoresTestResource;

/** A stadium behind one address, and a flood behind another, in a minute that the test lets pass; the real script. */
@QuarkusTest
@QuarkusTestResource(StoresTestResource.class)
class SharedAddressIT {

    private static final int MANY = 5_000;
    private static final int AT_ONCE = 250;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long START = Instant.parse("2030-01-01T20:00:00Z").toEpochMilli();

    @Inject
    AddressLimitStore store;

    /** Each joins in two steps, spread over the minute. */
    @Test
    void fiveThousandFansJoinWithinAMinuteWhileAFloodGetsItsLimit() {
        var fans = tokens("198.51.100.200", 2 * MANY, step -> Optional.of("fan-" + step / 2));
        var keyless = tokens("198.51.100.201", MANY, request -> Optional.empty());
        var ofOneKey = tokens("198.51.100.202", MANY, request -> Optional.of("one key"));

        assertThat(fans).as("steps of fans that got through").isEqualTo(2 * MANY);
        // 120 at once and 60 more within the minute.
        assertThat(keyless).isBetween(170L, 180L);
        assertThat(ofOneKey).isBetween(170L, 180L);
    }

    /** A flood of keys raises the limit no further than 500 of them, however many are made. */
    @Test
    void moreKeysThanCountBuyNothing() {
        var few = tokens("198.51.100.203", MANY, request -> Optional.of("key-" + request % 2));

        assertThat(few).isBetween(350L, 360L);
    }

    /** Whoever floods without a key takes nothing from a fan who comes later with one. */
    @Test
    void aKeyBehindAFloodBringsAShareOfItsOwn() {
        tokens("198.51.100.204", MANY, request -> Optional.empty());

        assertThat(tokens("198.51.100.204", 2, request -> Optional.of("fan"))).isEqualTo(2);
    }

    /** How many of so many requests, evenly over a minute, got a token. */
    private long tokens(String address, int requests, IntFunction<Optional<String>> key) {
        var waits = new ArrayList<Duration>();
        for (var first = 0; first < requests; first += AT_ONCE) {
            List<Uni<Duration>> asked = new ArrayList<>();
            for (var i = first; i < Math.min(requests, first + AT_ONCE); i++) {
                asked.add(store.take(address, 1, key.apply(i), String.valueOf(START + i * MINUTE / requests)));
            }
            waits.addAll(Uni.join().all(asked).andFailFast().await().atMost(Duration.ofSeconds(60)));
        }
        return waits.stream().filter(Duration::isZero).count();
    }
}
