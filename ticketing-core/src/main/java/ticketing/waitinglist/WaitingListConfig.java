package ticketing.waitinglist;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How what comes back after a sell-out is offered. */
@ConfigMapping(prefix = "ticketing.waiting-list")
interface WaitingListConfig {

    /** The address fans see; links in mails lead there. */
    String publicUrl();

    /** How long seats are held for whoever is next in line. Shorter keeps the line moving, but mails are read late. */
    @WithDefault("PT30M")
    Duration offer();
}
