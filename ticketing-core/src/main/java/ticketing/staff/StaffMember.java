package ticketing.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who works with the system. Without a password they have been invited and not answered yet. */
@Entity
@Table(name = "staff_member")
class StaffMember {

    @Id
    private UUID id;
    private String email;
    private String name;
    private String passwordHash;
    private boolean admin;
    private String identity;
    private Instant createdAt;
    private Instant suspendedAt;

    /** For Hibernate. */
    protected StaffMember() {}

    static StaffMember invited(String email, String name, Instant now) {
        var member = new StaffMember();
        member.id = UUID.randomUUID();
        member.email = email;
        member.name = name;
        member.createdAt = now;
        return member;
    }

    UUID id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    boolean admin() {
        return admin;
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    void takePassword(String hash) {
        this.passwordHash = hash;
    }

    /** Whether an admin keeps them out. */
    boolean suspended() {
        return suspendedAt != null;
    }

    void rename(String wanted) {
        this.name = wanted;
    }

    /** Whether that is who they are at the identity provider, from now on or before. */
    boolean meet(String atProvider) {
        if (identity == null) {
            identity = atProvider;
        }
        return identity.equals(atProvider);
    }

    void makeAdmin() {
        this.admin = true;
    }
}
