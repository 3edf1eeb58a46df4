package waitingroom.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;
import waitingroom.queue.WaitRange.Reason;
import waitingroom.status.StatusBoard.Pace;

/** Waits are told as a range from what was measured, with the reason when they grow. */
class WaitRangeTest {

    private static final Pace UNKNOWN = new Pace(OptionalDouble.empty(), false, false);

    @Test
    void whileNothingIsMeasuredTheCapCounts() {
        assertThat(WaitRange.of(600, Duration.ZERO, 600, UNKNOWN)).isEqualTo(new WaitRange(60, 79, null));
        assertThat(WaitRange.of(600, Duration.ofSeconds(30), 600, UNKNOWN).low()).isEqualTo(90);
    }

    @Test
    void aSlowerSaleMakesTheRangeWiderAndIsNamed() {
        var slow = WaitRange.of(600, Duration.ofSeconds(-5), 600, pace(2));

        assertThat(slow.low()).as("the lower bound does not move").isEqualTo(60);
        assertThat(slow.high()).isGreaterThan(300);
        assertThat(slow.reason()).isEqualTo(Reason.SLOWER_SALE);
        assertThat(WaitRange.of(600, Duration.ZERO, 600, pace(9.5)).reason()).isNull();
    }

    @Test
    void aQueueThatStandsStillIsNotToldAsIfItMoved() {
        var still = WaitRange.of(10, Duration.ZERO, 600, pace(0));

        assertThat(still.high()).isGreaterThan(1_000);
        assertThat(still.reason()).isEqualTo(Reason.SLOWER_SALE);
    }

    @Test
    void whatStopsTheQueueIsNamedBeforeWhatSlowsIt() {
        assertThat(WaitRange.of(5, Duration.ZERO, 60, new Pace(OptionalDouble.of(0), true, false)).reason())
                .isEqualTo(Reason.PAUSED);
        assertThat(WaitRange.of(5, Duration.ZERO, 60, new Pace(OptionalDouble.of(1), false, true)).reason())
                .isEqualTo(Reason.STORE);
    }

    private static Pace pace(double perSecond) {
        return new Pace(OptionalDouble.of(perSecond), false, false);
    }
}
