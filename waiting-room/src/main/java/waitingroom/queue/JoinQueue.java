package waitingroom.queue;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import waitingroom.fairness.Pseudonyms;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.release.Release.Phase;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** Takes a place for a visitor, once. */
@Singleton
class JoinQueue {

    private final QueueStore store;
    private final QueueConfig config;
    private final AllowNewPlace allow;
    private final LobbyPlaces lobbies;
    private final Pseudonyms pseudonyms;

    JoinQueue(QueueStore store, QueueConfig config, AllowNewPlace allow, LobbyPlaces lobbies, Pseudonyms pseudonyms) {
        this.store = store;
        this.config = config;
        this.allow = allow;
        this.lobbies = lobbies;
        this.pseudonyms = pseudonyms;
    }

    /**
     * The visitor's place: the one it has, the one its cookie proves it had, or a new one at the end. Only a new one
     * counts against the device's limit; should two requests of one visitor pass here at once, the script still gives
     * one place.
     */
    JoinOutcome join(StoredRelease stored, Visitor visitor, Optional<String> code) {
        var asked = ask(stored, visitor);
        if (asked.outcome() instanceof JoinOutcome.New && restore(stored, visitor)) {
            asked = ask(stored, visitor);
        }
        if (!(asked.outcome() instanceof JoinOutcome.New)) {
            return asked.outcome();
        }
        var drawn = asked.drawn();
        return allow.refusal(stored, visitor, drawn, code).<JoinOutcome>map(JoinOutcome.Refused::new)
                .orElseGet(() -> takeNew(stored, visitor, drawn));
    }

    /** Asks once more if the store was not told a draw that this instance had not heard of either. */
    private Asked ask(StoredRelease stored, Visitor visitor) {
        var drawn = lobbies.drawnFor(stored, visitor);
        var outcome = store.askToJoin(stored.id(), visitor.id(), drawn);
        if (outcome instanceof JoinOutcome.Kept kept && kept.place().isDrawnUnknowingly()) {
            drawn = lobbies.drawnFor(stored, kept.place().lobbyIndex().getAsLong());
            outcome = store.askToJoin(stored.id(), visitor.id(), drawn);
        }
        return new Asked(outcome, drawn);
    }

    /** @param drawn what the script had to be told of the draw to answer so */
    private record Asked(JoinOutcome outcome, String drawn) {}

    private boolean restore(StoredRelease stored, Visitor visitor) {
        return visitor.placeIn(stored.id(), stored.incarnation())
                .filter(held -> store.restore(held, visitor.id(),
                        Duration.ofSeconds(stored.release().claimSeconds()), nameOf(stored, visitor)))
                .isPresent();
    }

    private String nameOf(StoredRelease stored, Visitor visitor) {
        return pseudonyms.of(stored.incarnation(), visitor.id()).name();
    }

    private JoinOutcome takeNew(StoredRelease stored, Visitor visitor, String drawn) {
        var outcome = store.join(stored.id(), visitor.id(), drawn, nameOf(stored, visitor));
        return outcome instanceof JoinOutcome.Placed placed
                ? new JoinOutcome.Placed(callAtOnce(stored, visitor, placed.place()))
                : outcome;
    }

    /** Whoever finds nobody waiting need not wait for the next round of calls. */
    private QueuePlace callAtOnce(StoredRelease stored, Visitor visitor, QueuePlace place) {
        if (place.phase() != Phase.OPEN || place.uncalledAhead() > 0
                || store.promote(stored.id(), config.noShowSuspicion()) == 0) {
            return place;
        }
        return store.read(stored.id(), visitor.id(), "").orElse(place);
    }
}
