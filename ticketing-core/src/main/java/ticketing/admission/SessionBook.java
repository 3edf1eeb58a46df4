package ticketing.admission;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.outbox.Outbox;
import ticketing.outbox.Outbox.EndReason;
import ticketing.secret.Digest;

/**
 * What orders do to a session, inside their own transactions: claim from its limits, give back, and end it when nothing
 * is left to buy. Ending tells the waiting room in the same transaction, exactly when it happened.
 */
@ApplicationScoped
public class SessionBook {

    private final SessionStore store;
    private final Outbox outbox;
    private final InstantSource clock;

    SessionBook(SessionStore store, Outbox outbox, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Locks the session of an order that is settled without the fan, first of all locks (T6). */
    public ShoppingSession lock(UUID sessionId) {
        return store.lock(sessionId).orElseThrow();
    }

    /** A session for one order of somebody who is not here yet: nobody has its value before it is handed over. */
    public ShoppingSession openFor(String eventId, int seats, Duration length) {
        var session = new ShoppingSession(UUID.randomUUID(), eventId, Optional.empty(), Optional.empty(), 1, seats,
                clock.instant().plus(length), true);
        store.open(session, Digest.of(SessionSecret.next()));
        return session;
    }

    /** Gives the session a new value, and a key if there is one; the value it had is good no more. */
    public Optional<HandedSession> handOver(UUID sessionId, Optional<String> keyThumbprint) {
        var secret = SessionSecret.next();
        return store.handOver(sessionId, Digest.of(secret), keyThumbprint)
                .map(session -> new HandedSession(secret, session));
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
