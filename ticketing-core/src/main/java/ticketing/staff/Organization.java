package ticketing.staff;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import ticketing.id.ShortId;

/** Whoever puts on events and owns what belongs to them. */
@Entity
class Organization {

    @Id
    private String id;
    private String name;
    private Instant createdAt;

    /** For Hibernate. */
    protected Organization() {}

    Organization(String name, Instant now) {
        this.id = ShortId.next();
        this.name = name;
        this.createdAt = now;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }
}
