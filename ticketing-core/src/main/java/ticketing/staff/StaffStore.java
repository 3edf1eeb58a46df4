package ticketing.staff;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import ticketing.access.Role;
import ticketing.database.Database;

@ApplicationScoped
class StaffStore implements PanacheRepositoryBase<StaffMember, UUID> {

    private final Database database;

    StaffStore(Database database) {
        this.database = database;
    }

    Optional<StaffMember> byEmail(String email) {
        return find("email", email).firstResultOptional();
    }

    Optional<StaffMember> byIdentity(String identity) {
        return find("identity", identity).firstResultOptional();
    }

    List<Membership> memberships(UUID staff) {
        return getEntityManager().createQuery("from Membership m where m.key.staffId = :staff", Membership.class)
                .setParameter("staff", staff).getResultList();
    }

    void setRole(StaffMember member, String organization, Role role) {
        var known = getEntityManager().find(Membership.class, new Membership.Key(member.id(), organization));
        if (known == null) {
            getEntityManager().persist(new Membership(member.id(), organization, role));
        } else {
            known.become(role);
        }
    }

    /** Whether there is an admin who can sign in. */
    boolean hasAdmin() {
        return count("admin = true and (passwordHash is not null or identity is not null)") > 0;
    }

    /** Instances that start together wait here for each other; the lock ends with the transaction. */
    void lockFirstAdmin() {
        database.first("SELECT pg_advisory_xact_lock(hashtext('ticketing.first-admin'))", row -> true);
    }
}
