package waitingroom.admission;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.nimbusds.jose.JWSObject;
import contract.admission.AdmissionToken;
import contract.admission.AdmissionTokens;
import waitingroom.key.SigningKeys;
import waitingroom.queue.Admission;
import waitingroom.release.Release.Binding;
import waitingroom.release.StoredRelease;
import waitingroom.secret.MasterSecret;
import waitingroom.visitor.Visitor;

/** Makes the token of an admission. */
@Singleton
class SignAdmission {

    private static final int ID_BYTES = 16;

    private final SigningKeys keys;
    private final AdmissionConfig config;
    private final byte[] subjectKey;
    private final byte[] idKey;

    SignAdmission(SigningKeys keys, AdmissionConfig config, MasterSecret secret) {
        this.keys = keys;
        this.config = config;
        this.subjectKey = secret.keyFor("token-subject");
        this.idKey = secret.keyFor("token-id");
    }

    /**
     * What follows the place in a token's {@code jti}. One visitor at one place has one {@code jti}, whoever issues it
     * and however often, so that the core lets each in once even if the store has forgotten that it did (W6, W8).
     */
    String idOf(StoredRelease stored, Visitor visitor) {
        var mac = MasterSecret.hmac(idKey, utf8(stored.incarnation() + " " + visitor.id()));
        return base64(Arrays.copyOf(mac, ID_BYTES));
    }

    /** How long a token can be exchanged. */
    Duration lifeOfTokens() {
        return config.longestToken();
    }

    /** Whether verifiers still have the key of a token that was signed before. */
    boolean counts(String token) {
        try {
            return keys.isPublished(JWSObject.parse(token).getHeader().getKeyID());
        } catch (ParseException e) {
            throw new IllegalStateException("a token of ours is none", e);
        }
    }

    String token(StoredRelease stored, Visitor visitor, long place, Admission admission) {
        var release = stored.release();
        var token = new AdmissionToken(subject(release.id(), visitor), admission.jti(), admission.issuedAt(),
                admission.expiresAt(), admission.endsAt(), release.id(), release.eventId(), place,
                release.maxOrders(), release.maxSeats(),
                release.binding() == Binding.KEY ? visitor.thumbprint() : Optional.empty());
        return AdmissionTokens.sign(token, keys.active());
    }

    /** A pseudonym within the release: nobody can tell from two tokens whether one fan has been to two sales. */
    private String subject(String release, Visitor visitor) {
        return base64(MasterSecret.hmac(subjectKey, utf8(release + "\n" + visitor.id())));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
