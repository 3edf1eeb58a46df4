package waitingroom.lobby;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import waitingroom.draw.Permutation;
import waitingroom.release.Release.Policy;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** The places that draws gave, computed here: nothing is stored for each fan, and only the first takes a round trip. */
@Singleton
public class LobbyPlaces {

    private static final int MOST_KEPT = 1_000;

    private final LobbyStore store;
    private final Map<String, Known> draws = new ConcurrentHashMap<>();

    LobbyPlaces(LobbyStore store) {
        this.store = store;
    }

    /** The place of a lobby index; empty while the lobby is not drawn. */
    public OptionalLong placeOf(StoredRelease stored, long index) {
        return permutation(stored).filter(order -> index < order.size())
                .map(order -> OptionalLong.of(order.placeOf(index))).orElseGet(OptionalLong::empty);
    }

    /** Whose place it is; empty for places that were not drawn. */
    public OptionalLong indexOf(StoredRelease stored, long place) {
        return permutation(stored).filter(order -> place <= order.size())
                .map(order -> OptionalLong.of(order.indexOf(place))).orElseGet(OptionalLong::empty);
    }

    /** What scripts are told of the draw, so far as the visitor's cookie tells the index or the place. */
    public String drawnFor(StoredRelease stored, Visitor visitor) {
        return visitor.placeIn(stored.id(), stored.incarnation()).filter(held -> stored.isDrawn())
                .map(held -> held.lobbyIndex().isPresent()
                        ? drawnFor(stored, held.lobbyIndex().getAsLong())
                        : drawnPlace(stored, held.place()))
                .orElse("");
    }

    /** What scripts are told of the draw of that index. */
    public String drawnFor(StoredRelease stored, long index) {
        var place = placeOf(stored, index);
        return place.isPresent() ? "~%d %d".formatted(index, place.getAsLong()) : "";
    }

    /** What scripts are told of the draw of that place; nothing of one that was not drawn. */
    public String drawnPlace(StoredRelease stored, long place) {
        var index = stored.release().policy() == Policy.DRAW ? indexOf(stored, place) : OptionalLong.empty();
        return index.isPresent() ? "~%d %d".formatted(index.getAsLong(), place) : "";
    }

    public Lobby lobby(StoredRelease stored) {
        return store.read(stored.id());
    }

    /** Which public value is mixed into its draw. */
    public Beacon beacon(StoredRelease stored) {
        return store.beacon(stored.id());
    }

    /** The draw of this very release, if this instance has ever seen it. */
    Optional<Lobby.Drawn> remembered(StoredRelease stored) {
        return Optional.ofNullable(draws.get(stored.incarnation())).map(Known::drawn);
    }

    /** What is drawn never changes. Forgetting all of it now and then costs one round trip each. */
    void remember(StoredRelease stored, Lobby.Drawn drawn) {
        if (draws.size() >= MOST_KEPT) {
            draws.clear();
        }
        var size = drawn.draw().lobbySize();
        draws.put(stored.incarnation(),
                new Known(drawn, size == 0 ? Optional.empty() : Optional.of(drawn.draw().permutation())));
    }

    private Optional<Permutation> permutation(StoredRelease stored) {
        if (!draws.containsKey(stored.incarnation())) {
            store.read(stored.id()).drawn().ifPresent(drawn -> remember(stored, drawn));
        }
        return Optional.ofNullable(draws.get(stored.incarnation())).flatMap(Known::order);
    }

    /** @param order empty where nobody was in the lobby */
    private record Known(Lobby.Drawn drawn, Optional<Permutation> order) {}
}
