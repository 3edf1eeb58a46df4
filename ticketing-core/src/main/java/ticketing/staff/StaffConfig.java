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

    Optional<String> adminPassword();

    /** What stands before the path in mailed links. */
    String publicUrl();

    /** How long a token is good. Shorter means more signing in; longer, that a lost one opens doors for longer. */
    @WithDefault("8h")
    Duration session();

    /** How long an invitation can be accepted. */
    @WithDefault("7d")
    Duration invitation();

    /** Failed attempts one account may have within {@link #attemptWindow()} before it has to wait. */
    @WithDefault("10")
    @Min(3)
    @Max(1000)
    int attemptsPerAccount();

    /** The same for one address. Higher than for an account: a whole office may share it. */
    @WithDefault("60")
    @Min(3)
    @Max(100_000)
    int attemptsPerAddress();

    @WithDefault("5m")
    Duration attemptWindow();

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
