package waitingroom.admission;

import java.time.Duration;

import jakarta.inject.Singleton;

import waitingroom.admission.AdmissionStore.Gate;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.queue.QueuePlace;
import waitingroom.queue.ReadVisitor;
import waitingroom.release.StoredRelease;
import waitingroom.visitor.Visitor;

/** Lets a called visitor in, with a signed token, as soon as both caps allow it. */
@Singleton
class ClaimAdmission {

    private final AdmissionStore store;
    private final SignAdmission sign;
    private final LobbyPlaces lobbies;
    private final ReadVisitor readVisitor;
    private final AdmitWithoutStore withoutStore;

    ClaimAdmission(AdmissionStore store, SignAdmission sign, LobbyPlaces lobbies, ReadVisitor readVisitor,
            AdmitWithoutStore withoutStore) {
        this.store = store;
        this.sign = sign;
        this.lobbies = lobbies;
        this.readVisitor = readVisitor;
        this.withoutStore = withoutStore;
    }

    ClaimOutcome claim(StoredRelease stored, Visitor visitor) {
        var gate = atGate(stored, visitor, lobbies.drawnFor(stored, visitor));
        if (gate instanceof Gate.NoPlace && readVisitor.read(stored, visitor).isPresent()) {
            gate = atGate(stored, visitor, lobbies.drawnFor(stored, visitor)); // the cookie brought it back
        }
        if (gate instanceof Gate.InLobby(long index) && lobbies.placeOf(stored, index).isPresent()) {
            gate = atGate(stored, visitor, lobbies.drawnFor(stored, index));
        }
        return switch (gate) {
            case Gate.Open open -> admitted(stored, visitor, open);
            case Gate.Full(Duration pause) -> new ClaimOutcome.GateFull(pause);
            case Gate.NotCalled notCalled -> new ClaimOutcome.NotCalled();
            case Gate.InLobby inLobby -> new ClaimOutcome.NotCalled();
            case Gate.Expired expired -> new ClaimOutcome.CallExpired();
            case Gate.Closed closed -> new ClaimOutcome.Closed();
            case Gate.NoPlace noPlace -> new ClaimOutcome.NoPlace();
        };
    }

    /** The same while the store is away and an operator opened all the same. */
    ClaimOutcome claimWithoutStore(StoredRelease stored, Visitor visitor, QueuePlace place) {
        return withoutStore.claim(stored, visitor, place);
    }

    private Gate atGate(StoredRelease stored, Visitor visitor, String drawn) {
        return store.claim(stored.id(), visitor.id(), drawn, sign.idOf(stored, visitor), sign.lifeOfTokens());
    }

    /** The admission is written already; should we die before the token is kept, the next claim signs it again. */
    private ClaimOutcome admitted(StoredRelease stored, Visitor visitor, Gate.Open open) {
        var admission = open.admission();
        var kept = store.keepToken(stored.id(), open.place(), sign.token(stored, visitor, open.place(), admission),
                sign::counts);
        return new ClaimOutcome.Admitted(kept, admission.issuedAt(), admission.expiresAt(),
                ClaimOutcome.shopOf(stored.release().eventId()));
    }
}
