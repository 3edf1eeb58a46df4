package ticketing.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new SmallRyeConfigBuilder()
            .withMapping(StaffConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .withSources(new PropertiesConfigSource(Map.of("ticketing.staff.public-url", "http://localhost",
                    "ticketing.staff.hash-memory-kib", "64"), "test", 1))
            .build().getConfigMapping(StaffConfig.class));

    @Test
    void aPasswordMatchesItsHashAndNoOther() {
        var hash = passwords.hash("correct horse");

        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=2,p=1$");
        assertThat(passwords.matches("correct horse", Optional.of(hash))).isTrue();
        assertThat(passwords.matches("correct horsf", Optional.of(hash))).isFalse();
    }

    @Test
    void theSamePasswordNeverHasTheSameHash() {
        assertThat(passwords.hash("correct horse")).isNotEqualTo(passwords.hash("correct horse"));
    }

    @Test
    void nobodyHasAPassword() {
        assertThat(passwords.matches("", Optional.empty())).isFalse();
        assertThat(passwords.matches("anything", Optional.of("no hash"))).isFalse();
    }

    /** From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1 -l 24. */
    @Test
    void hashesOfOthersAreUnderstood() {
        assertThat(passwords.matches("password", Optional.of(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))).isTrue();
    }
}
