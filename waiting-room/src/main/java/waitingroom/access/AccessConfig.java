package waitingroom.access;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How patient we are with wrong access codes. */
@ConfigMapping(prefix = "waiting-room.access")
interface AccessConfig {

    /** Wrong codes of one visitor within the memory. Fewer annoys who mistypes. */
    @WithDefault("5")
    @Min(1)
    @Max(1_000)
    int wrongCodesPerVisitor();

    /** Wrong codes from one address within the memory. Many fans may share one; visitors cost a guesser nothing. */
    @WithDefault("100")
    @Min(1)
    @Max(100_000)
    int wrongCodesPerAddress();

    /** How long wrong codes are remembered, from the first of them on. */
    @WithDefault("10m")
    Duration memory();

    /** Most codes of one release: about 60 bytes of the store each. */
    @WithDefault("1000000")
    @Min(1)
    @Max(10_000_000)
    int mostCodes();
}
