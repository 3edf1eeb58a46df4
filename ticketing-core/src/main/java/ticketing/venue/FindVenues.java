package ticketing.venue;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

@ApplicationScoped
class FindVenues {

    private final VenueStore venues;

    FindVenues(VenueStore venues) {
        this.venues = venues;
    }

    @Transactional
    List<VenueView> of(String organization, String after, int limit) {
        return venues.of(organization, after, limit).stream().map(Venue::view).toList();
    }

    @Transactional
    Optional<VenueView> byId(String id) {
        return venues.findByIdOptional(id).map(Venue::view);
    }
}
