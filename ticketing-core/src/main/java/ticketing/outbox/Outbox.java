package ticketing.outbox;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import io.vertx.core.json.JsonObject;

/**
 * What others must learn of a change, said in the transaction that makes it: messages for the waiting room become rows
 * that a dispatcher sends, and the seats' watchers are told as soon as the transaction has committed.
 */
@ApplicationScoped
public class Outbox {

    /** Why a shopping session ended, in the waiting room's words. */
    public enum EndReason {
        DONE, LEFT, OVER
    }

    private final OutboxStore store;
    private final Event<SeatsChanged> seatsChanged;

    Outbox(OutboxStore store, Event<SeatsChanged> seatsChanged) {
        this.store = store;
        this.seatsChanged = seatsChanged;
    }

    /** The token became a session: its slot stays taken until the session has ended. */
    public void exchanged(String jti, String release) {
        store.write(OutboxStore.ADMISSIONS,
                new JsonObject(Map.of("type", "exchanged", "jti", jti, "release", release)));
    }

    /** The session has ended: its slot is free for the next in line. */
    public void ended(String jti, String release, EndReason reason) {
        store.write(OutboxStore.ADMISSIONS, new JsonObject(Map.of("type", "ended", "jti", jti, "release", release,
                "reason", reason.name().toLowerCase(java.util.Locale.ROOT))));
    }

    /** Seats of the event changed their state. */
    public void seatsChanged(String eventId) {
        seatsChanged.fire(new SeatsChanged(eventId));
    }
}
