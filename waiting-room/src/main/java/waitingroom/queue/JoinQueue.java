package waitingroom.queue;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.smallrye.mutiny.Uni;
import waitingroom.fairness.Pseudonyms;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.queue.JoinWish.Kind;
import waitingroom.release.Release.Phase;
import waitingroom.release.StoredRelease;
import waitingroom.schedule.Aside;
import waitingroom.visitor.Visitor;

/** Takes a place for a visitor, once. */
@Singleton
class JoinQueue {

    private final QueueStore store;
    private final QueueConfig config;
    private final AllowNewPlace allow;
    private final LobbyPlaces lobbies;
    private final Pseudonyms pseudonyms;
    private final Aside aside;

    JoinQueue(QueueStore store, QueueConfig config, AllowNewPlace allow, LobbyPlaces lobbies, Pseudonyms pseudonyms,
            Aside aside) {
        this.store = store;
        this.config = config;
        this.allow = allow;
        this.lobbies = lobbies;
        this.pseudonyms = pseudonyms;
        this.aside = aside;
    }

    /**
     * The visitor's place: the one it has, the one its cookie proves it had, or a new one at the end. Whoever comes for
     * the first time, or asks again, costs a share of one round trip, and no thread that waits; everybody else is
     * looked at with care.
     */
    Uni<JoinOutcome> join(StoredRelease stored, Visitor visitor, Optional<String> code) {
        if (stored.isDrawn() && visitor.placeIn(stored.id(), stored.incarnation()).isPresent()) {
            return aside.run(() -> joinWithCare(stored, visitor, code));
        }
        var wish = wishOf(stored, visitor);
        return Uni.createFrom().completionStage(() -> store.joinLater(stored.id(), wish))
                .chain(outcome -> switch (outcome) {
                    case JoinOutcome.Placed(QueuePlace place) -> placed(stored, visitor, place);
                    case JoinOutcome.Kept kept when !kept.place().isDrawnUnknowingly() -> Uni.createFrom().item(kept);
                    case JoinOutcome.Kept kept -> aside.run(() -> joinWithCare(stored, visitor, code));
                    case JoinOutcome.New notYet -> aside.run(() -> joinWithCare(stored, visitor, code));
                    case JoinOutcome.Refused refused -> Uni.createFrom().item(refused);
                    case JoinOutcome.TooEarly early -> Uni.createFrom().item(early);
                    case JoinOutcome.Closed closed -> Uni.createFrom().item(closed);
                    case JoinOutcome.UnknownRelease unknown -> Uni.createFrom().item(unknown);
                });
    }

    /** A place at once only for those of whom nothing is known that would have to be looked into first. */
    private JoinWish wishOf(StoredRelease stored, Visitor visitor) {
        return visitor.placeIn(stored.id(), stored.incarnation()).isEmpty() && allow.isPlain(stored, visitor)
                ? new JoinWish(visitor.id(), "", nameOf(stored, visitor), Kind.FIRST)
                : new JoinWish(visitor.id(), "", "", Kind.ASK);
    }

    private Uni<JoinOutcome> placed(StoredRelease stored, Visitor visitor, QueuePlace place) {
        allow.note(visitor);
        return place.phase() == Phase.OPEN && place.uncalledAhead() == 0
                ? aside.run(() -> new JoinOutcome.Placed(callAtOnce(stored, visitor, place)))
                : Uni.createFrom().item(new JoinOutcome.Placed(place));
    }

    /**
     * Only a new place counts against the device's limit; should two requests of one visitor pass here at once, the
     * script still gives one place.
     */
    private JoinOutcome joinWithCare(StoredRelease stored, Visitor visitor, Optional<String> code) {
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
                ? new JoinOutcome.Placed(allow.isForReview()
                        ? putAside(stored, visitor, placed.place())
                        : callAtOnce(stored, visitor, placed.place()))
                : outcome;
    }

    /** The place is kept, and passed over until staff have looked. In the lobby of a draw there is none yet. */
    private QueuePlace putAside(StoredRelease stored, Visitor visitor, QueuePlace place) {
        place.place().ifPresent(number -> store.review(stored.id(), number, QueueStore.ReviewStep.BEGIN));
        return store.read(stored.id(), visitor.id(), "").orElse(place);
    }

    /** Whoever finds nobody waiting need not wait for the next round of calls; another may just have been run. */
    private QueuePlace callAtOnce(StoredRelease stored, Visitor visitor, QueuePlace place) {
        if (place.phase() != Phase.OPEN || place.uncalledAhead() > 0) {
            return place;
        }
        store.promote(stored.id(), config.noShowSuspicion());
        return store.read(stored.id(), visitor.id(), "").orElse(place);
    }
}
