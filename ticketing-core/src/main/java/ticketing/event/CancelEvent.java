package ticketing.event;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.event.EventOutcome.Saved;
import ticketing.event.EventOutcome.UnknownEvent;

/** Takes an event off the sale for good. Cancelling what is cancelled changes nothing. */
@ApplicationScoped
class CancelEvent {

    private final EventStore events;
    private final AuditTrail audit;

    CancelEvent(EventStore events, AuditTrail audit) {
        this.events = events;
        this.audit = audit;
    }

    @Transactional
    EventOutcome cancel(String id, UUID by) {
        var found = events.lock(id);
        if (found.isEmpty()) {
            return new UnknownEvent();
        }
        var event = found.get();
        if (event.state() != EventState.CANCELLED) {
            event.cancel();
            audit.record(by, event.organizationId(), "event.cancelled", id);
        }
        return new Saved(id);
    }
}
