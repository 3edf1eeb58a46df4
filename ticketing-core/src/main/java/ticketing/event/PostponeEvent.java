package ticketing.event;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.event.EventOutcome.Saved;
import ticketing.event.EventOutcome.UnknownEvent;
import ticketing.event.EventOutcome.WrongState;

/**
 * Stops the sale of an event that will be at another time. Its tickets stay good; once it has its new date it is
 * published again. Postponing what is postponed changes nothing.
 */
@ApplicationScoped
class PostponeEvent {

    private final EventStore events;
    private final AuditTrail audit;

    PostponeEvent(EventStore events, AuditTrail audit) {
        this.events = events;
        this.audit = audit;
    }

    @Transactional
    EventOutcome postpone(String id, UUID by) {
        var found = events.lock(id);
        if (found.isEmpty()) {
            return new UnknownEvent();
        }
        var event = found.get();
        return switch (event.state()) {
            case POSTPONED -> new Saved(id);
            case DRAFT -> new WrongState(event.state());
            case CANCELLED -> new WrongState(event.state());
            case PUBLISHED -> {
                event.postpone();
                audit.record(by, event.organizationId(), "event.postponed", id);
                yield new Saved(id);
            }
        };
    }
}
