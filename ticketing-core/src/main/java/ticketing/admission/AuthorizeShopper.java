package ticketing.admission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Checks who asks in a transaction of its own, for calls that must know it before they begin: a refused proof must not
 * become the answer that an Idempotency-Key keeps.
 */
@ApplicationScoped
public class AuthorizeShopper {

    private final SessionDoor door;

    AuthorizeShopper(SessionDoor door) {
        this.door = door;
    }

    /** What the request then does is durable with the burnt proof; a request that does nothing may lose it. */
    @Transactional
    public SessionAccess authorize(Shopper shopper) {
        return door.enterLazily(shopper);
    }
}
