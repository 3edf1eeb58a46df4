package ticketing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class StripeSignatureTest {

    private static final String BODY = "{\"id\":\"evt_1\"}";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    private final StripeSignature signature = new StripeSignature(new Settings());

    @Test
    void aSignatureByEitherSecretCountsForFiveMinutes() {
        assertThat(signature.isGenuine(header("whsec_new", NOW), BODY, NOW)).isTrue();
        assertThat(signature.isGenuine(header("whsec_old", NOW), BODY, NOW.plusSeconds(300))).isTrue();
        assertThat(signature.isGenuine(header("whsec_new", NOW), BODY, NOW.minusSeconds(300))).isTrue();
        assertThat(signature.isGenuine(header("whsec_new", NOW) + ",v1=00,v0=x", BODY, NOW)).isTrue();
        assertThat(signature.isGenuine(header("whsec_new", NOW), BODY, NOW.plusSeconds(301))).isFalse();
        assertThat(signature.isGenuine(header("whsec_new", NOW), BODY, NOW.minusSeconds(301))).isFalse();
    }

    /** A vector made with openssl: printf '1800000000.{"id":"evt_1"}' | openssl dgst -sha256 -hmac whsec_new */
    @Test
    void anotherImplementationSignsTheSame() {
        assertThat(StripeSignature.sign("whsec_new", "1800000000", BODY))
                .isEqualTo("bcd5b8f84c1762e896c564b29f53d2d26064aba6607250fa924f75df06e0f8a4");
    }

    @Test
    void whatIsNotSignedIsRefused() {
        assertThat(signature.isGenuine(null, BODY, NOW)).isFalse();
        assertThat(signature.isGenuine("", BODY, NOW)).isFalse();
        assertThat(signature.isGenuine("t=x,v1=00", BODY, NOW)).isFalse();
        assertThat(signature.isGenuine("t=1800000000", BODY, NOW)).isFalse();
        assertThat(signature.isGenuine(header("whsec_other", NOW), BODY, NOW)).isFalse();
        assertThat(signature.isGenuine(header("whsec_new", NOW), BODY + " ", NOW)).isFalse();
        assertThat(signature.isGenuine(header("whsec_new", NOW) + ",t=1800000001", BODY, NOW)).isFalse();
    }

    private static String header(String secret, Instant at) {
        var timestamp = Long.toString(at.getEpochSecond());
        return "t=" + timestamp + ",v1=" + StripeSignature.sign(secret, timestamp, BODY);
    }

    private record Settings() implements StripeConfig {

        @Override
        public Optional<String> secretKey() {
            return Optional.empty();
        }

        @Override
        public Optional<String> publishableKey() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> webhookSecrets() {
            return Optional.of(List.of("whsec_old", "whsec_new"));
        }

        @Override
        public URI apiUrl() {
            return URI.create("http://stripe.example");
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration noticeTolerance() {
            return Duration.ofMinutes(5);
        }
    }
}
