package ticketing.event;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

/** The ways from one state of an event to the next, in one hand for the resource. */
@ApplicationScoped
class EventStates {

    private final PublishEvent publishEvent;
    private final PostponeEvent postponeEvent;
    private final CancelEvent cancelEvent;

    EventStates(PublishEvent publishEvent, PostponeEvent postponeEvent, CancelEvent cancelEvent) {
        this.publishEvent = publishEvent;
        this.postponeEvent = postponeEvent;
        this.cancelEvent = cancelEvent;
    }

    EventOutcome publish(String event, UUID by) {
        return publishEvent.publish(event, by);
    }

    EventOutcome postpone(String event, UUID by) {
        return postponeEvent.postpone(event, by);
    }

    EventOutcome cancel(String event, UUID by) {
        return cancelEvent.cancel(event, by);
    }
}
