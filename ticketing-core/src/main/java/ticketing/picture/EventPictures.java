package ticketing.picture;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.event.EventCopied;
import ticketing.event.EventView;

/** What organizers do with the pictures of their events. */
@ApplicationScoped
class EventPictures {

    private final PictureStore store;
    private final AuditTrail audit;

    EventPictures(PictureStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    @Transactional
    void set(EventView event, Picture picture, String alternative, UUID by) {
        store.set(event.id(), picture, alternative);
        audit.record(by, event.organizationId(), "event.picture-changed", event.id());
    }

    /** False when it has none. */
    @Transactional
    boolean describe(EventView event, String alternative, UUID by) {
        var described = store.describe(event.id(), alternative);
        if (described) {
            audit.record(by, event.organizationId(), "event.picture-changed", event.id());
        }
        return described;
    }

    /** Removing what is not there changes nothing. */
    @Transactional
    void remove(EventView event, UUID by) {
        if (store.remove(event.id())) {
            audit.record(by, event.organizationId(), "event.picture-removed", event.id());
        }
    }

    @Transactional
    List<PictureOfEvent> of(List<String> events) {
        return store.of(events);
    }

    void copied(@Observes EventCopied copy) {
        store.copy(copy.from(), copy.to());
    }
}
