package waitingroom.queue;

import java.util.OptionalLong;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** Gives up a place or an admission. */
@Singleton
class LeaveQueue {

    private static final Logger LOG = Logger.getLogger(LeaveQueue.class);

    private final QueueStore store;
    private final ReadVisitor readVisitor;
    private final LobbyPlaces lobbies;

    LeaveQueue(QueueStore store, ReadVisitor readVisitor, LobbyPlaces lobbies) {
        this.store = store;
        this.readVisitor = readVisitor;
        this.lobbies = lobbies;
    }

    /**
     * False when there was no place. The core is told before the slot is freed: if we die in between, the session ends
     * and the slot comes back on that way, rather than being given away while the session lives on.
     */
    boolean leave(StoredRelease stored, Visitor visitor) {
        var place = readVisitor.read(stored, visitor);
        place.filter(known -> known.state() == PlaceState.ADMITTED).flatMap(QueuePlace::admission)
                .ifPresent(admission -> store.revoke(stored.id(), admission, "left", place.get().now()));
        place.ifPresent(known -> LOG.debugf("place given up release=%s place=%s state=%s", stored.id(), known.place(),
                known.state()));
        var drawn = place.map(QueuePlace::place).filter(OptionalLong::isPresent)
                .map(known -> lobbies.drawnPlace(stored, known.getAsLong())).orElse("");
        return switch (store.leave(stored.id(), visitor.id(), drawn)) {
            case LEFT -> true;
            case NO_PLACE -> false;
            case DRAWN -> leave(stored, visitor); // the draw came in between; from now on it is known
        };
    }
}
