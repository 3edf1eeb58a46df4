package ticketing.staff;

import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How staff get in. */
@ConfigMapping(prefix = "ticketing.staff")
interface StaffConfig {

    /** The first admin, created at the start while there is no admin. */
    Optional<String> adminEmail();

    /** Their password. Without one a link is printed with which they choose it, once. */
    Optional<String> adminPassword();

    /** What stands before the path in mailed links. */
    String publicUrl();

    /** How long an invitation can be accepted. */
    @WithDefault("7d")
    Duration invitation();

    /** Passwords checked at once: each takes {@link #hashMemoryKib()} and a core for a while. */
    @WithDefault("4")
    @Min(1)
    @Max(64)
    int hashesAtOnce();

    /** Argon2id's memory. More makes guessing dearer, and signing in slower. */
    @WithDefault("19456")
    @Min(8)
    @Max(1_048_576)
    int hashMemoryKib();

    /** Argon2id's passes over that memory. */
    @WithDefault("2")
    @Min(1)
    @Max(20)
    int hashPasses();
}
