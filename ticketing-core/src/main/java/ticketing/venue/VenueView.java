package ticketing.venue;

import java.time.Instant;

/** A venue as the API shows it. */
record VenueView(String id, String organizationId, String name, String address, String city, String country,
        String timezone, Instant createdAt) {}
