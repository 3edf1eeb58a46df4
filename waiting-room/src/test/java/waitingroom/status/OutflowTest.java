package waitingroom.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

/** Only what was called while somebody waited says how fast a queue moves. */
class OutflowTest {

    private static final Instant NOW = Instant.parse("2030-01-01T20:00:00Z");

    private final Outflow outflow = new Outflow();

    @Test
    void callsAreMeasuredOverTheLastMinute() {
        assertThat(outflow.perSecond()).isEmpty();
        for (var second = 0; second <= 90; second++) {
            outflow.note(NOW.plusSeconds(second), second < 30 ? 0 : (second - 30) * 4, 1_000);
        }

        assertThat(outflow.perSecond()).hasValue(4);
    }

    @Test
    void whileNobodyWaitedNothingIsMeasured() {
        for (var second = 0; second <= 30; second++) {
            outflow.note(NOW.plusSeconds(second), 5, 5);
        }
        assertThat(outflow.perSecond()).isEmpty();

        for (var second = 31; second <= 41; second++) {
            outflow.note(NOW.plusSeconds(second), 5, 50);
        }
        assertThat(outflow.perSecond()).as("eleven seconds without a call, and people waiting").hasValue(0);
    }
}
