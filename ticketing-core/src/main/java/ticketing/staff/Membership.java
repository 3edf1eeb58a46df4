package ticketing.staff;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import ticketing.access.Role;

/** What somebody is in an organization. */
@Entity
@Table(name = "membership")
class Membership {

    @EmbeddedId
    private Key key;
    @Enumerated(EnumType.STRING)
    private Role role;

    /** For Hibernate. */
    protected Membership() {}

    Membership(UUID staffId, String organizationId, Role role) {
        this.key = new Key(staffId, organizationId);
        this.role = role;
    }

    String organizationId() {
        return key.organizationId();
    }

    Role role() {
        return role;
    }

    void become(Role newRole) {
        this.role = newRole;
    }

    /** Who, and where. */
    @Embeddable
    record Key(UUID staffId, String organizationId) implements Serializable {}
}
