package ticketing.signin;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * A second factor's life.
 *
 * <pre>
 *   none ──begin──▶ being set up ──confirm──▶ on ──remove, reset──▶ none
 *                     └─begin─┘ (another secret)
 * </pre>
 */
@ApplicationScoped
class ChangeSecondFactor {

    private final SecondFactorStore store;
    private final SecondFactors factors;
    private final SealedSecrets secrets;
    private final SignInTrail trail;
    private final InstantSource clock;

    ChangeSecondFactor(SecondFactorStore store, SecondFactors factors, SealedSecrets secrets, SignInTrail trail,
            InstantSource clock) {
        this.store = store;
        this.factors = factors;
        this.secrets = secrets;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    SecondFactorView view(UUID staff) {
        return SecondFactorView.of(store.find(staff), store.isRequiredOf(staff));
    }

    /** The new secret; empty when a second factor is on. */
    @Transactional
    Optional<byte[]> begin(UUID staff) {
        var secret = secrets.random(Totp.SECRET_BYTES);
        return store.begin(staff, secrets.seal(staff, secret)) ? Optional.of(secret) : Optional.empty();
    }

    /**
     * Turns it on with a code of the app, which shows that the app has it. Whoever else is signed in to the account did
     * without, and signs in again.
     *
     * @return the recovery codes, which nobody can read again; empty when the code is wrong
     */
    @Transactional
    Optional<List<String>> confirm(UUID staff, UUID session, String code) {
        var pending = store.find(staff).filter(factor -> factor.since().isEmpty());
        if (pending.isEmpty() || !factors.accept(staff, code)) {
            return Optional.empty();
        }
        store.confirm(staff, clock.instant());
        trail.endSessions(staff, Optional.of(session));
        trail.note(staff, "second-factor.set-up", staff);
        return Optional.of(factors.newCodes(staff));
    }

    /** Empty when the code is wrong. */
    @Transactional
    Optional<List<String>> renewCodes(UUID staff, String code) {
        if (!factors.isOn(staff) || !factors.accept(staff, code)) {
            return Optional.empty();
        }
        trail.note(staff, "recovery-codes.renewed", staff);
        return Optional.of(factors.newCodes(staff));
    }

    /** Whether the code was right. */
    @Transactional
    boolean remove(UUID staff, String code) {
        if (!factors.isOn(staff) || !factors.accept(staff, code)) {
            return false;
        }
        store.remove(staff);
        trail.note(staff, "second-factor.removed", staff);
        return true;
    }

    /** An admin takes it from somebody who lost it; they sign in with the password, and set up another. */
    @Transactional
    boolean reset(UUID staff, UUID by) {
        if (!store.remove(staff)) {
            return false;
        }
        trail.endSessions(staff, Optional.empty());
        trail.note(by, "second-factor.reset", staff);
        return true;
    }

    /** Whether there is such an organization. */
    @Transactional
    boolean require(String organization, boolean required, UUID by) {
        if (!store.require(organization, required)) {
            return false;
        }
        trail.noteOf(organization, by, "second-factor.required", Map.of("required", required));
        return true;
    }
}
