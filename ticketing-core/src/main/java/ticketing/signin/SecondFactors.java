package ticketing.signin;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What signing in asks of second factors. */
@ApplicationScoped
class SecondFactors {

    private static final String DIGITS = "\\d{6}";

    private final SecondFactorStore store;
    private final SealedSecrets secrets;
    private final RecoveryCodes recoveryCodes;
    private final SecondStep step;
    private final InstantSource clock;

    SecondFactors(SecondFactorStore store, SealedSecrets secrets, RecoveryCodes recoveryCodes, SecondStep step,
            InstantSource clock) {
        this.store = store;
        this.secrets = secrets;
        this.recoveryCodes = recoveryCodes;
        this.step = step;
        this.clock = clock;
    }

    @Transactional
    boolean isOn(UUID staff) {
        return store.find(staff).flatMap(SecondFactorStore.SecondFactor::since).isPresent();
    }

    @Transactional
    boolean isRequiredOf(UUID staff) {
        return store.isRequiredOf(staff);
    }

    String beginStep(UUID staff) {
        return step.begin(staff);
    }

    Optional<UUID> readStep(String sent) {
        return step.read(sent);
    }

    /** New recovery codes; those from before are good no longer. Part of the transaction that gives the reason. */
    @Transactional
    List<String> newCodes(UUID staff) {
        var codes = recoveryCodes.next();
        store.replaceCodes(staff, codes.stream().map(code -> recoveryCodes.digest(staff, code)).toList());
        return codes;
    }

    /** Whether that is a code of now that was not used, or a recovery code; used up either way. */
    @Transactional
    boolean accept(UUID staff, String code) {
        var factor = store.find(staff);
        if (factor.isEmpty()) {
            return false;
        }
        var plain = code.replaceAll("[\\s-]", "");
        if (!plain.matches(DIGITS)) {
            return store.useCode(staff, recoveryCodes.digest(staff, code));
        }
        var found = Totp.stepOf(secrets.open(staff, factor.get().sealedSecret()), plain, clock.instant());
        return found.isPresent() && store.useStep(staff, found.getAsLong());
    }
}
