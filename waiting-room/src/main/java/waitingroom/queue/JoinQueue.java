package waitingroom.queue;

import java.time.Duration;

import jakarta.inject.Singleton;

import waitingroom.release.Release.Phase;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** Takes a place for a visitor, once. */
@Singleton
class JoinQueue {

    private final QueueStore store;
    private final QueueConfig config;

    JoinQueue(QueueStore store, QueueConfig config) {
        this.store = store;
        this.config = config;
    }

    /** The visitor's place: the one it has, the one its cookie proves it had, or a new one at the end. */
    JoinOutcome join(StoredRelease stored, Visitor visitor) {
        visitor.placeIn(stored.id(), stored.incarnation()).ifPresent(held -> store.restore(held, visitor.id(),
                Duration.ofSeconds(stored.release().claimSeconds())));
        var outcome = store.join(stored.id(), visitor.id());
        return outcome instanceof JoinOutcome.Placed(QueuePlace place)
                ? new JoinOutcome.Placed(callAtOnce(stored, visitor, place))
                : outcome;
    }

    /** Whoever finds nobody waiting need not wait for the next round of calls. */
    private QueuePlace callAtOnce(StoredRelease stored, Visitor visitor, QueuePlace place) {
        if (place.phase() != Phase.OPEN || place.ahead() > 0
                || store.promote(stored.id(), config.noShowSuspicion()) == 0) {
            return place;
        }
        return store.read(stored.id(), visitor.id()).orElse(place);
    }
}
