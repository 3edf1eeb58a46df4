package ticketing.signin;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.audit.AuditTrail;

/** Writes down what happened to accounts, and makes whoever was signed in without it sign in again. */
@ApplicationScoped
class SignInTrail {

    private final AuditTrail audit;
    private final StaffSessionStore sessions;

    SignInTrail(AuditTrail audit, StaffSessionStore sessions) {
        this.audit = audit;
        this.sessions = sessions;
    }

    void note(UUID by, String action, UUID account) {
        audit.record(by, Optional.empty(), action, account.toString(), Map.of());
    }

    void noteOf(String organization, UUID by, String action, Map<String, ?> detail) {
        audit.record(by, Optional.of(organization), action, organization, detail);
    }

    /** All of the account's sessions but the one that is kept. */
    void endSessions(UUID account, Optional<UUID> kept) {
        sessions.endAllBut(account, kept);
    }
}
