package ticketing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import ticketing.secret.TestKeys;

class NoticeSignatureTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final String TIMESTAMP = Long.toString(NOW.getEpochSecond());

    private final NoticeSignature signature = new NoticeSignature(TestKeys.fresh(), new Manners());
    private final String good = signature.sign("id-1", NOW, "{}");

    @Test
    void aGenuineNoticeIsTaken() {
        assertThat(signature.isGenuine("id-1", TIMESTAMP, good, "{}", NOW)).isTrue();
        assertThat(signature.isGenuine("id-1", TIMESTAMP, "v1,other " + good, "{}", NOW)).isTrue();
    }

    @Test
    void aNoticeWithAnotherIdTimeOrBodyIsNot() {
        assertThat(signature.isGenuine("id-2", TIMESTAMP, good, "{}", NOW)).isFalse();
        assertThat(signature.isGenuine("id-1", "1", good, "{}", NOW)).isFalse();
        assertThat(signature.isGenuine("id-1", "now", good, "{}", NOW)).isFalse();
        assertThat(signature.isGenuine("id-1", TIMESTAMP, good, "{ }", NOW)).isFalse();
        assertThat(signature.isGenuine("id-1", TIMESTAMP, null, "{}", NOW)).isFalse();
    }

    @Test
    void anOldNoticeIsNotTakenAgain() {
        assertThat(signature.isGenuine("id-1", TIMESTAMP, good, "{}", NOW.plusSeconds(301))).isFalse();
        assertThat(signature.isGenuine("id-1", TIMESTAMP, good, "{}", NOW.minusSeconds(301))).isFalse();
    }

    private record Manners() implements DemoConfig {

        @Override
        public Optional<Boolean> enabled() {
            return Optional.empty();
        }

        @Override
        public Duration slow() {
            return Duration.ZERO;
        }

        @Override
        public Duration late() {
            return Duration.ZERO;
        }

        @Override
        public Duration between() {
            return Duration.ZERO;
        }

        @Override
        public Duration noticeTolerance() {
            return Duration.ofMinutes(5);
        }
    }
}
