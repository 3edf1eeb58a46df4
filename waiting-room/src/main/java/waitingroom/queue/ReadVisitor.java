package waitingroom.queue;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import waitingroom.fairness.Pseudonyms;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** Reads where a visitor stands. Changes nothing about the queue, save putting back what the store has lost. */
@Singleton
public class ReadVisitor {

    private final QueueStore store;
    private final QueueConfig config;
    private final ReadPace pace;
    private final LobbyPlaces lobbies;
    private final Pseudonyms pseudonyms;

    ReadVisitor(QueueStore store, QueueConfig config, ReadPace pace, LobbyPlaces lobbies,
            Pseudonyms pseudonyms) {
        this.store = store;
        this.config = config;
        this.pace = pace;
        this.lobbies = lobbies;
        this.pseudonyms = pseudonyms;
    }

    /** Whether the visitor may read now. Who asks the same instance too often does not even reach the store. */
    boolean mayRead(StoredRelease stored, Visitor visitor) {
        return pace.take(stored.id() + " " + visitor.id(), config.readPause())
                && store.takeRead(stored.id(), visitor.id(), config.readPause());
    }

    /** The visitor's place; empty when it has none in this release. */
    public Optional<QueuePlace> read(StoredRelease stored, Visitor visitor) {
        var known = known(stored, visitor);
        return known.isPresent() && !holdsLater(stored, visitor, known.get())
                ? known
                : restored(stored, visitor).or(() -> known);
    }

    private Optional<QueuePlace> known(StoredRelease stored, Visitor visitor) {
        var place = store.read(stored.id(), visitor.id(), lobbies.drawnFor(stored, visitor));
        return place.filter(QueuePlace::isDrawnUnknowingly)
                .map(unknowing -> lobbies.drawnFor(stored, unknowing.lobbyIndex().getAsLong()))
                .flatMap(drawn -> store.read(stored.id(), visitor.id(), drawn)).or(() -> place);
    }

    /** The cookie tells of a later place than the store knows: the store has lost that the visitor came again. */
    private static boolean holdsLater(StoredRelease stored, Visitor visitor, QueuePlace known) {
        return known.place().isPresent() && visitor.placeIn(stored.id(), stored.incarnation())
                .filter(held -> held.place() > known.place().getAsLong()).isPresent();
    }

    private Optional<QueuePlace> restored(StoredRelease stored, Visitor visitor) {
        return visitor.placeIn(stored.id(), stored.incarnation())
                .filter(held -> store.restore(held, visitor.id(),
                        Duration.ofSeconds(stored.release().claimSeconds()),
                        pseudonyms.of(stored.incarnation(), visitor.id()).name()))
                .flatMap(held -> known(stored, visitor));
    }
}
