package ticketing.venue;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;

@ApplicationScoped
class CreateVenue {

    private final VenueStore venues;
    private final AuditTrail audit;
    private final InstantSource clock;

    CreateVenue(VenueStore venues, AuditTrail audit, InstantSource clock) {
        this.venues = venues;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty when there is no such organization. */
    @Transactional
    Optional<VenueView> create(NewVenue wanted, UUID by) {
        if (!venues.organizationExists(wanted.organizationId())) {
            return Optional.empty();
        }
        var venue = new Venue(wanted, clock.instant());
        venues.persistAndFlush(venue);
        audit.record(by, wanted.organizationId(), "venue.created", venue.view().id());
        return Optional.of(venue.view());
    }
}
