package ticketing.payment;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The demo provider's manners. */
@ConfigMapping(prefix = "ticketing.payment.demo")
interface DemoConfig {

    /** Whether fans may pay without money. Unless it is set: as long as there is no other way to pay. */
    Optional<Boolean> enabled();

    /** How long a slow payment takes. */
    @WithDefault("PT2S")
    Duration slow();

    /** How long after the end of the seats' waiting a late payment arrives; leaves others time to take the seats. */
    @WithDefault("PT5S")
    Duration late();

    /** How long after the first notice the second comes. */
    @WithDefault("PT1S")
    Duration between();

    /** The oldest signed notice that is taken, and how far its clock may run ahead. */
    @WithDefault("PT5M")
    Duration noticeTolerance();
}
