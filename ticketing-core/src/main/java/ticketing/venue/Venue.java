package ticketing.venue;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ticketing.id.ShortId;

/** A place where events happen. */
@Entity
class Venue {

    @Id
    private String id;
    private String organizationId;
    private String name;
    private String address;
    private String city;
    private String country;
    private String timezone;
    private Instant createdAt;

    /** For Hibernate. */
    protected Venue() {}

    Venue(NewVenue venue, Instant now) {
        this.id = ShortId.next();
        this.organizationId = venue.organizationId();
        this.name = venue.name();
        this.address = venue.address();
        this.city = venue.city();
        this.country = venue.country();
        this.timezone = venue.timezone();
        this.createdAt = now;
    }

    String organizationId() {
        return organizationId;
    }

    VenueView view() {
        return new VenueView(id, organizationId, name, address, city, country, timezone, createdAt);
    }
}
