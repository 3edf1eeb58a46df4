package ticketing.token;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.access.ApiTokens;
import ticketing.audit.AuditTrail;

/** Makes tokens and takes them back. The trail says who did, and never what a token is. */
@ApplicationScoped
public class ManageApiTokens {

    /** How many good tokens an organization has at most; more are a sign that nobody keeps them apart any more. */
    static final int MOST = 100;

    private final ApiTokenBookStore store;
    private final AuditTrail audit;
    private final InstantSource clock;

    ManageApiTokens(ApiTokenBookStore store, AuditTrail audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The token, which nobody can read again; empty when the organization has too many. */
    @Transactional
    Optional<Made> make(NewApiToken wanted) {
        if (store.goodOnes(wanted.organization()) >= MOST) {
            return Optional.empty();
        }
        var id = UUID.randomUUID();
        var token = ApiTokens.next();
        store.add(id, wanted, ApiTokens.digest(token), clock.instant());
        audit.record(wanted.madeBy(), Optional.of(wanted.organization()), "api-token.made", id.toString(),
                Map.of("role", wanted.role().key(), "expiresAt", wanted.expiresAt().toString()));
        return Optional.of(new Made(id, token));
    }

    /** False when there is no such token. */
    @Transactional
    boolean revoke(String organization, UUID id, UUID by) {
        if (!store.revoke(organization, id)) {
            return false;
        }
        audit.record(by, organization, "api-token.revoked", id.toString());
        return true;
    }

    /** Whoever leaves takes no key along. Part of the transaction in which they leave. */
    @Transactional
    public int revokeOf(String organization, UUID maker) {
        return store.revokeOf(organization, maker);
    }

    /** A token that was made just now. */
    record Made(UUID id, String token) {}
}
