package botdefense.velocity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SeatTrailsTest {

    private static final String SEAT = "concert S-1";
    private static final SeatTrails.Buyer ADA = buyer("ada", "home");
    private static final SeatTrails.Buyer GRACE = buyer("grace", "home");

    private final SeatTrails trails = new SeatTrails();
    private Instant now = Instant.parse("2030-01-01T20:00:00Z");

    @Test
    void whatGoesBackAndForthInOneNetworkIsCounted() {
        held(ADA, GRACE);

        assertThat(passes(ADA)).as("a family that swaps once and back").isEqualTo(2);
        held(ADA, GRACE, ADA);
        assertThat(passes(GRACE)).isEqualTo(5);
        assertThat(passes(ADA)).as("the same visit once more").isZero();
        assertThat(passes(buyer("stranger", "far"))).as("has nothing to do with it").isZero();
        assertThat(trails.passes("concert S-2", GRACE, now)).isZero();
    }

    @Test
    void oneDeviceUnderManySessionsIsCountedWhereverItIs() {
        var device = Optional.of("key");
        held(new SeatTrails.Buyer("one", device, "here"), new SeatTrails.Buyer("two", device, "there"));

        assertThat(passes(new SeatTrails.Buyer("three", device, "elsewhere"))).isEqualTo(2);
    }

    @Test
    void strangersFightingForTheBestSeatAreNotLinked() {
        held(ADA, buyer("stranger", "far"), GRACE, buyer("other", "farther"), ADA);

        assertThat(passes(buyer("another", "farthest"))).isZero();
        assertThat(passes(GRACE)).as("and two of a household met once").isOne();
    }

    /** Students of one campus go for the same seats without knowing each other. */
    @Test
    void inACrowdOnlyWhatComesBackToSomebodyCounts() {
        IntStream.range(0, 20)
                .forEach(student -> trails.learn("concert S-" + student, buyer("s" + student, "home"), now, now));
        held(buyer("s1", "home"), buyer("s2", "home"), buyer("s3", "home"));

        assertThat(passes(buyer("s4", "home"))).isZero();
        held(ADA, GRACE, ADA);
        assertThat(passes(GRACE)).as("there, and back again").isEqualTo(2);
    }

    @Test
    void halfAnHourLaterItIsForgotten() {
        held(ADA, GRACE, ADA);
        now = now.plus(Duration.ofMinutes(30)).minusMillis(1);
        assertThat(passes(GRACE)).isEqualTo(3);

        now = now.plusMillis(1);

        assertThat(passes(GRACE)).isZero();
        trails.learn(SEAT, ADA, now.minus(Duration.ofMinutes(30)), now);
        assertThat(passes(GRACE)).as("news that come too late").isZero();
    }

    /** Grace held it here before the news came that Ada had held it elsewhere, before and after. */
    @Test
    void whatIsToldToAllStandsInItsOrderWhoeverKnewFirst() {
        held(GRACE);
        order(ADA, GRACE, ADA);

        assertThat(passes(GRACE)).isEqualTo(3);
        held(GRACE);
        assertThat(passes(ADA)).as("what nobody else knows yet comes last").isEqualTo(4);
    }

    private void order(SeatTrails.Buyer... buyers) {
        for (var buyer : buyers) {
            trails.order(SEAT, buyer, now, now);
        }
    }

    private int passes(SeatTrails.Buyer next) {
        return trails.passes(SEAT, next, now);
    }

    private void held(SeatTrails.Buyer... buyers) {
        for (var buyer : buyers) {
            trails.learn(SEAT, buyer, now, now);
        }
    }

    private static SeatTrails.Buyer buyer(String session, String network) {
        return new SeatTrails.Buyer(session, Optional.empty(), network);
    }
}
