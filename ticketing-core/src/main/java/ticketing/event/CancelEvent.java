package ticketing.event;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.event.EventOutcome.Saved;
import ticketing.event.EventOutcome.UnknownEvent;
import ticketing.webhook.WebhookEvent;
import ticketing.webhook.Webhooks;

/** Takes an event off the sale for good. Cancelling what is cancelled changes nothing. */
@ApplicationScoped
class CancelEvent {

    private final EventStore events;
    private final AuditTrail audit;
    private final Webhooks webhooks;

    CancelEvent(EventStore events, AuditTrail audit, Webhooks webhooks) {
        this.events = events;
        this.audit = audit;
        this.webhooks = webhooks;
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
            webhooks.tell(WebhookEvent.EVENT_CANCELLED, id, Map.of("eventId", id));
        }
        return new Saved(id);
    }
}
