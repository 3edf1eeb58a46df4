package standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void crashesInARowMakeThePauseLongerUpToALimit() {
        var previous = Duration.ZERO;
        for (var crash = 0; crash < 10; crash++) {
            var pause = backoff.afterLiving(Duration.ofMillis(10));

            assertThat(pause).isGreaterThanOrEqualTo(previous).isLessThanOrEqualTo(Duration.ofSeconds(5));
            previous = pause;
        }
        assertThat(previous).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void whoLivedWellIsStartedAgainAtOnce() {
        var first = backoff.afterLiving(Duration.ZERO);
        backoff.afterLiving(Duration.ZERO);

        assertThat(backoff.afterLiving(Duration.ofMinutes(1))).isEqualTo(first);
    }
}
