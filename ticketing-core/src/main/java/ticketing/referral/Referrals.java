package ticketing.referral;

import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Counts where the visitors of events' pages come from: a site or a tag and a day, never who. */
@ApplicationScoped
public class Referrals {

    private final ViewCounts counts;
    private final InstantSource clock;
    private final String own;

    Referrals(ViewCounts counts, InstantSource clock, @ConfigProperty(name = "ticketing.page.public-url") URI own) {
        this.counts = counts;
        this.clock = clock;
        this.own = own.getHost();
    }

    /** Somebody looks at the page of an event that is there. Both others as the request brought them, or null. */
    public void note(String eventId, String tag, String referer) {
        counts.add(eventId, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), Source.of(tag, referer, own));
    }
}
