package ticketing.event;

import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.event.EventOutcome.Saved;
import ticketing.event.EventOutcome.UnknownEvent;
import ticketing.event.EventOutcome.WrongState;
import ticketing.webhook.WebhookEvent;
import ticketing.webhook.Webhooks;

/**
 * Shows an event to everybody and makes its seats; one that was postponed has them, and goes on. Publishing what is
 * published changes nothing.
 */
@ApplicationScoped
class PublishEvent {

    private final EventStore events;
    private final AuditTrail audit;
    private final Webhooks webhooks;

    PublishEvent(EventStore events, AuditTrail audit, Webhooks webhooks) {
        this.events = events;
        this.audit = audit;
        this.webhooks = webhooks;
    }

    @Transactional
    EventOutcome publish(String id, UUID by) {
        var found = events.lock(id);
        if (found.isEmpty()) {
            return new UnknownEvent();
        }
        var event = found.get();
        return switch (event.state()) {
            case PUBLISHED -> new Saved(id);
            case CANCELLED -> new WrongState(event.state());
            case POSTPONED -> {
                event.publish();
                audit.record(by, event.organizationId(), "event.published", id);
                yield new Saved(id);
            }
            case DRAFT -> {
                event.publish();
                events.flush();
                events.createSeats(id);
                audit.record(by, event.organizationId(), "event.published", id);
                webhooks.tell(WebhookEvent.EVENT_PUBLISHED, id, Map.of("eventId", id));
                yield new Saved(id);
            }
        };
    }
}
