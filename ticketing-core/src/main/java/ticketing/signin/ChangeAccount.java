package ticketing.signin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.staff.StaffAccounts;
import ticketing.staff.StaffSuspended;

/** Passwords and sessions. A session that ends before its time is refused by the core at once, elsewhere a moment later. */
@ApplicationScoped
class ChangeAccount {

    private final StaffSessionStore store;
    private final StaffAccounts accounts;
    private final AuditTrail audit;

    ChangeAccount(StaffSessionStore store, StaffAccounts accounts, AuditTrail audit) {
        this.store = store;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Whoever knew the old password is out. */
    @Transactional
    void password(UUID staff, UUID session, String hash) {
        accounts.takePassword(staff, hash);
        store.endAllBut(staff, Optional.of(session));
        audit.record(staff, Optional.empty(), "password.changed", staff.toString(), Map.of());
    }

    @Transactional
    List<StaffSession> sessions(UUID staff, UUID current) {
        return store.list(staff, current);
    }

    /** Whether there was such a session. */
    @Transactional
    boolean end(UUID staff, UUID session) {
        return store.end(staff, session);
    }

    @Transactional
    void endSessions(UUID staff, Optional<UUID> kept) {
        store.endAllBut(staff, kept);
    }

    /** Whoever is kept out is signed out, also where only the token is looked at. Part of that transaction. */
    void onSuspension(@Observes StaffSuspended suspended) {
        store.endAllBut(suspended.staff(), Optional.empty());
    }

    /** An admin ends somebody's sessions; how many there were. */
    @Transactional
    int endAllOf(UUID staff, UUID by) {
        var ended = store.endAllBut(staff, Optional.empty());
        audit.record(by, Optional.empty(), "sessions.ended", staff.toString(), Map.of("sessions", ended));
        return ended;
    }
}
