package waitingroom.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waitingroom.release.Release.AccessCodes;
import waitingroom.release.Release.Binding;
import waitingroom.release.Release.Mode;
import waitingroom.release.Release.Phase;
import waitingroom.release.Release.Policy;

class ReleaseTest {

    private static final Instant OPENING = Instant.parse("2030-01-01T20:00:00Z");

    /** Every mode at every moment; the lobby opens a minute before the doors, which close an hour later. */
    @ParameterizedTest
    @CsvSource({
            "AUTO,   -61, SCHEDULED", "AUTO,   -60, LOBBY", "AUTO,   -1, LOBBY", "AUTO,   0, OPEN",
            "AUTO,  3599, OPEN", "AUTO,  3600, CLOSED",
            "HOLD,   -61, SCHEDULED", "HOLD,   -60, LOBBY", "HOLD,   0, HELD", "HOLD,  3600, CLOSED",
            "DRAIN,  -61, SCHEDULED", "DRAIN,  -60, LOBBY", "DRAIN,  0, DRAINING", "DRAIN, 3600, CLOSED",
            "CLOSED, -61, CLOSED", "CLOSED, 0, CLOSED" })
    void thePhaseFollowsClockAndMode(Mode mode, int seconds, Phase phase) {
        assertThat(release(mode).phaseAt(OPENING.plusSeconds(seconds))).isEqualTo(phase);
    }

    private static Release release(Mode mode) {
        return new Release("r", "event", "acme", "", Policy.FIFO, OPENING.minusSeconds(60), OPENING,
                Optional.of(OPENING.plusSeconds(3600)), 60, 10, 120, 600, 1, 6, Binding.KEY, AccessCodes.NONE, mode,
                "", Brand.NONE);
    }
}
