package ticketing.ticket;

import io.smallrye.config.ConfigMapping;

/** What stands on tickets and in the letters that bring them. */
@ConfigMapping(prefix = "ticketing.ticket")
interface TicketConfig {

    /** The address fans see; links in mails lead there. */
    String publicUrl();
}
