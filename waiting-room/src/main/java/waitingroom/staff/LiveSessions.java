package waitingroom.staff;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import waitingroom.store.StoreUnavailableException;

/** A token outlives its session when somebody signs out, or is signed out: from then on it is nobody's. */
@ApplicationScoped
class LiveSessions implements SecurityIdentityAugmentor {

    private static final Logger LOG = Logger.getLogger(LiveSessions.class);

    private final EndedSessionStore store;

    public LiveSessions(EndedSessionStore store) {
        this.store = store;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getTokenID() != null
                ? context.runBlocking(() -> alive(identity, token.getTokenID()))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity alive(SecurityIdentity identity, String session) {
        try {
            if (store.hasEnded(session)) {
                throw new AuthenticationFailedException();
            }
        } catch (StoreUnavailableException away) {
            // Without the store staff can do nothing here but read and open the doors in an emergency: signature and
            // expiry decide alone, so that the emergency can be dealt with.
            LOG.debugf("ended sessions not known cause=%s", away.getMessage());
        }
        return identity;
    }
}
