package waitingroom.handover;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import waitingroom.fairness.Pseudonyms;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.queue.PlaceState;
import waitingroom.queue.QueuePlace;
import waitingroom.queue.ReadVisitor;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** Moves a place to another device of the same fan, by a code that works once and not for long. */
@Singleton
class MovePlace {

    private static final Logger LOG = Logger.getLogger(MovePlace.class);

    private final HandoverStore store;
    private final HandoverConfig config;
    private final ReadVisitor readVisitor;
    private final LobbyPlaces lobbies;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    MovePlace(HandoverStore store, HandoverConfig config, ReadVisitor readVisitor, LobbyPlaces lobbies,
            Pseudonyms pseudonyms, InstantSource clock) {
        this.store = store;
        this.config = config;
        this.readVisitor = readVisitor;
        this.lobbies = lobbies;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    /** A code for the visitor's place; empty when there is none that could move. */
    Optional<Offer> offer(StoredRelease stored, Visitor visitor) {
        return readVisitor.read(stored, visitor).filter(MovePlace::canMove).map(place -> {
            var handover = Handover.by(visitor.id(), random);
            var expiresAt = clock.instant().plus(config.codeLife());
            store.offer(stored.id(), handover, config.codeLife());
            return new Offer(handover.code(), expiresAt);
        });
    }

    private static boolean canMove(QueuePlace place) {
        return switch (place.state()) {
            case LOBBY, WAITING, CALLED -> true;
            case ADMITTED, REVIEW, EXPIRED, LEFT, DONE, MOVED -> false;
        };
    }

    TakeOverOutcome takeOver(StoredRelease stored, Visitor visitor, String code) {
        var outcome = Handover.parse(code).map(handover -> takeOver(stored, visitor, handover))
                .orElseGet(TakeOverOutcome.NoOffer::new);
        if (outcome instanceof TakeOverOutcome.Moved) {
            LOG.debugf("place moved to another device release=%s", stored.id());
        }
        return outcome;
    }

    private TakeOverOutcome takeOver(StoredRelease stored, Visitor visitor, Handover handover) {
        var name = pseudonyms.of(stored.incarnation(), visitor.id()).name();
        return store.takeOver(stored, handover, new Taker(visitor, drawn(stored, visitor.id()), name),
                drawn(stored, handover.visitor()));
    }

    /** What the draw made of a lobby index; only the store knows the index of a visitor who is not asking. */
    private String drawn(StoredRelease stored, String visitor) {
        var held = stored.isDrawn() ? store.heldBy(stored.id(), visitor) : "";
        return held.startsWith("~") ? lobbies.drawnFor(stored, Long.parseLong(held.substring(1))) : "";
    }

    /** The place, as it stands on the device that has it now. */
    Optional<QueuePlace> read(StoredRelease stored, Visitor visitor) {
        return readVisitor.read(stored, visitor).filter(place -> place.state() != PlaceState.MOVED);
    }

    /** @param expiresAt from then on the code is void */
    record Offer(String code, Instant expiresAt) {}
}
