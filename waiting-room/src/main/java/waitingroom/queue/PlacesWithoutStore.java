package waitingroom.queue;

import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.inject.Singleton;

import waitingroom.failopen.FailOpenSwitch;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.release.StoredRelease;
import waitingroom.status.StatusBoard;
import waitingroom.visitor.Visitor;
import waitingroom.visitor.Visitor.HeldPlace;

/** Places as their fans' cookies prove them, for the while an operator lets the queue go on without its store. */
@Singleton
class PlacesWithoutStore {

    private final StatusBoard board;
    private final LobbyPlaces lobbies;
    private final FailOpenSwitch failOpen;
    private final InstantSource clock;

    PlacesWithoutStore(StatusBoard board, LobbyPlaces lobbies, FailOpenSwitch failOpen, InstantSource clock) {
        this.board = board;
        this.lobbies = lobbies;
        this.failOpen = failOpen;
        this.clock = clock;
    }

    /** Empty unless the store is away, the operator opened all the same, and the cookie proves a place. */
    Optional<QueuePlace> find(StoredRelease stored, Visitor visitor) {
        var serving = board.servingWithoutStore(stored.id());
        var held = visitor.placeIn(stored.id(), stored.incarnation());
        if (serving.isEmpty() || held.isEmpty()) {
            return Optional.empty();
        }
        var place = placeOf(stored, held.get());
        return place.isPresent() ? Optional.of(view(stored, place, serving.getAsLong())) : Optional.empty();
    }

    private OptionalLong placeOf(StoredRelease stored, HeldPlace held) {
        return held.lobbyIndex().isPresent()
                ? lobbies.placeOf(stored, held.lobbyIndex().getAsLong())
                : OptionalLong.of(held.place());
    }

    private QueuePlace view(StoredRelease stored, OptionalLong place, long serving) {
        var now = clock.instant();
        var ahead = Math.max(0, place.getAsLong() - serving - 1);
        var called = place.getAsLong() <= serving;
        return new QueuePlace(stored.release().phaseAt(now), place, OptionalLong.empty(),
                called ? PlaceState.CALLED : PlaceState.WAITING, ahead, ahead,
                failOpen.openAt(now).filter(opening -> called).map(opening -> opening.until()), Optional.empty(), now);
    }
}
