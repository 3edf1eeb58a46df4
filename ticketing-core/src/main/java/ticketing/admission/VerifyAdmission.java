package ticketing.admission;

import java.time.InstantSource;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import contract.admission.AdmissionToken;
import contract.admission.AdmissionTokens;
import contract.admission.Verification;
import org.jboss.logging.Logger;

/** Checks a token offline, against the keys as last seen, and looks for new ones only when one is unknown. */
@ApplicationScoped
class VerifyAdmission {

    private static final Logger LOG = Logger.getLogger(VerifyAdmission.class);

    private final WaitingRoomKeys keys;
    private final InstantSource clock;

    VerifyAdmission(WaitingRoomKeys keys, InstantSource clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** What {@code exchange} makes of a good token; or why it is none. */
    ExchangeOutcome verify(String token, Function<AdmissionToken, ExchangeOutcome> exchange) {
        var verification = AdmissionTokens.verify(token, keys.known(), clock.instant());
        if (verification instanceof Verification.UnknownKey) {
            var fresh = keys.lookAgain();
            if (fresh.isEmpty()) {
                return new ExchangeOutcome.CannotVerify();
            }
            verification = AdmissionTokens.verify(token, fresh.get(), clock.instant());
        }
        return switch (verification) {
            case Verification.Valid valid -> exchange.apply(valid.token());
            case Verification.Expired expired -> new ExchangeOutcome.TokenExpired(expired.at());
            case Verification.UnknownKey unknown -> refused("unknown key");
            case Verification.Invalid invalid -> refused(invalid.reason());
        };
    }

    private static ExchangeOutcome refused(String reason) {
        LOG.debugf("token refused reason=%s", reason);
        return new ExchangeOutcome.InvalidToken();
    }
}
