package operation.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import operation.instance.RequestTally.Window;
import org.junit.jupiter.api.Test;

class RequestTallyTest {

    private static final Instant NOW = Instant.parse("2030-01-01T20:00:00Z");

    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final RequestTally tally = new RequestTally(registry);

    @Test
    void requestsAreCountedWithinTheirWindowAndForgottenBehindIt() {
        answer("200", 10);
        answer("503", 2);
        assertThat(tally.at(NOW).lastFiveMinutes()).as("what was before is of this instance's life too")
                .isEqualTo(new Window(12, 2));

        answer("200", 5);
        assertThat(tally.at(NOW.plus(Duration.ofMinutes(1))).lastFiveMinutes()).isEqualTo(new Window(17, 2));
        assertThat(tally.at(NOW.plus(Duration.ofMinutes(7))).lastFiveMinutes()).isEqualTo(new Window(0, 0));
        assertThat(tally.at(NOW.plus(Duration.ofMinutes(7))).lastHour()).isEqualTo(new Window(17, 2));

        answer("500", 1);
        assertThat(tally.at(NOW.plus(Duration.ofHours(25))).lastDay()).isEqualTo(new Window(0, 0));
    }

    private void answer(String status, int times) {
        for (var i = 0; i < times; i++) {
            registry.timer("http.server.requests", "status", status).record(Duration.ofMillis(1));
        }
    }
}
