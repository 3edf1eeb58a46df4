package waitingroom.queue;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** Gives up a place or an admission. */
@Singleton
class LeaveQueue {

    private static final Logger LOG = Logger.getLogger(LeaveQueue.class);

    private final QueueStore store;
    private final ReadVisitor readVisitor;

    LeaveQueue(QueueStore store, ReadVisitor readVisitor) {
        this.store = store;
        this.readVisitor = readVisitor;
    }

    /**
     * False when there was no place. The core is told before the slot is freed: if we die in between, the session ends
     * and the slot comes back on that way, rather than being given away while the session lives on.
     */
    boolean leave(StoredRelease stored, Visitor visitor) {
        var place = readVisitor.read(stored, visitor);
        place.filter(known -> known.state() == PlaceState.ADMITTED).flatMap(QueuePlace::admission)
                .ifPresent(admission -> store.revoke(stored.id(), admission, "left", place.get().now()));
        place.ifPresent(known -> LOG.debugf("place given up release=%s place=%d state=%s", stored.id(), known.place(),
                known.state()));
        return store.leave(stored.id(), visitor.id());
    }
}
