package waitingroom.admission;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Singleton;

import contract.admission.AdmissionToken;
import contract.admission.AdmissionTokens;
import waitingroom.admission.AdmissionStore.Gate;
import waitingroom.key.SigningKeys;
import waitingroom.lobby.LobbyPlaces;
import waitingroom.release.Release;
import waitingroom.release.Release.Binding;
import waitingroom.release.StoredRelease;
import waitingroom.secret.MasterSecret;
import waitingroom.visitor.Visitor;

/** Lets a called visitor in, with a signed token, as soon as both caps allow it. */
@Singleton
class ClaimAdmission {

    private static final Duration LONGEST_LIFE = Duration.ofSeconds(300);
    private static final int RANDOM_BYTES = 16;

    private final AdmissionStore store;
    private final AdmissionConfig config;
    private final SigningKeys keys;
    private final LobbyPlaces lobbies;
    private final byte[] subjectKey;
    private final SecureRandom random = new SecureRandom();

    ClaimAdmission(AdmissionStore store, AdmissionConfig config, SigningKeys keys, LobbyPlaces lobbies,
            MasterSecret secret) {
        this.store = store;
        this.config = config;
        this.keys = keys;
        this.lobbies = lobbies;
        this.subjectKey = secret.keyFor("token-subject");
    }

    ClaimOutcome claim(StoredRelease stored, Visitor visitor) {
        var gate = atGate(stored, visitor, lobbies.drawnFor(stored, visitor));
        if (gate instanceof Gate.InLobby(long index) && lobbies.placeOf(stored, index).isPresent()) {
            gate = atGate(stored, visitor, lobbies.drawnFor(stored, index));
        }
        return switch (gate) {
            case Gate.Open open -> admitted(stored.release(), visitor, open);
            case Gate.Full(Duration pause) -> new ClaimOutcome.GateFull(pause);
            case Gate.NotCalled notCalled -> new ClaimOutcome.NotCalled();
            case Gate.InLobby inLobby -> new ClaimOutcome.NotCalled();
            case Gate.Expired expired -> new ClaimOutcome.CallExpired();
            case Gate.Closed closed -> new ClaimOutcome.Closed();
            case Gate.NoPlace noPlace -> new ClaimOutcome.NoPlace();
        };
    }

    private Gate atGate(StoredRelease stored, Visitor visitor, String drawn) {
        var life = config.tokenLife().compareTo(LONGEST_LIFE) < 0 ? config.tokenLife() : LONGEST_LIFE;
        return store.claim(stored.id(), visitor.id(), drawn, randomText(), life);
    }

    /** The admission is written already; should we die before the token is kept, the next claim signs it again. */
    private ClaimOutcome admitted(Release release, Visitor visitor, Gate.Open open) {
        var admission = open.admission();
        var token = new AdmissionToken(subject(release, visitor), admission.jti(), admission.issuedAt(),
                admission.expiresAt(), admission.endsAt(), release.id(), release.eventId(), open.place(),
                release.maxOrders(), release.maxSeats(),
                release.binding() == Binding.KEY ? visitor.thumbprint() : Optional.empty());
        var kept = store.keepToken(release.id(), open.place(), AdmissionTokens.sign(token, keys.active()));
        return new ClaimOutcome.Admitted(kept, admission.issuedAt(), admission.expiresAt(),
                "/events/" + release.eventId());
    }

    /** A pseudonym within the release: nobody can tell from two tokens whether one fan has been to two sales. */
    private String subject(Release release, Visitor visitor) {
        var mac = MasterSecret.hmac(subjectKey, (release.id() + "\n" + visitor.id()).getBytes(
                StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private String randomText() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
