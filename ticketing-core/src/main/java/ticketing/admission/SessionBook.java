package ticketing.admission;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.outbox.Outbox;
import ticketing.outbox.Outbox.EndReason;

/**
 * What orders do to a session, inside their own transactions: claim from its limits, give back, and end it when nothing
 * is left to buy. Ending tells the waiting room in the same transaction, exactly when it happened.
 */
@ApplicationScoped
public class SessionBook {

    private final SessionStore store;
    private final Outbox outbox;

    SessionBook(SessionStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /** Locks the session of an order that is settled without the fan, first of all locks (T6). */
    public ShoppingSession lock(UUID sessionId) {
        return store.lock(sessionId).orElseThrow();
    }

    /** One order of so many seats begins. */
    public void claim(UUID sessionId, int seats) {
        store.changeLimits(sessionId, -1, -seats);
    }

    /** One order of so many seats came to nothing. */
    public void giveBack(UUID sessionId, int seats) {
        store.changeLimits(sessionId, 1, seats);
    }

    /** Ends the session; once, however often it is called. */
    public void end(ShoppingSession session, EndReason reason) {
        if (store.end(session.id(), reason)) {
            session.admission().ifPresent(admission -> outbox.ended(admission.jti(), admission.release(), reason));
        }
    }
}
