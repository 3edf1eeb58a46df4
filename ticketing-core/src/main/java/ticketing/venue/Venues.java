package ticketing.venue;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What other features may ask about venues. */
@ApplicationScoped
public class Venues {

    private final VenueStore venues;

    Venues(VenueStore venues) {
        this.venues = venues;
    }

    /** The organization that owns a venue, if there is one. */
    @Transactional
    public Optional<String> ownerOf(String venue) {
        return venues.ownerOf(venue);
    }
}
