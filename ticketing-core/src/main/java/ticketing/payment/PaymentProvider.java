package ticketing.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who takes money for us. Called outside any transaction, because it may take its time. Every call may be
 * repeated: the payment's id, and the refund's, tell the provider that it is the same one.
 */
public interface PaymentProvider {

    /** The payment method of orders that are paid here. */
    String method();

    /** Whether new orders may be paid here. Payments of before are followed up either way. */
    boolean offered();

    /** What the shop's page must know to let fans pay here; nothing secret. */
    default Optional<String> publicKey() {
        return Optional.empty();
    }

    Charged charge(Charge charge);

    Found find(UUID paymentId);

    /**
     * Ends a payment that nobody needs any more, if it can still be ended, so that it cannot be paid later.
     *
     * @return how it stands afterwards
     */
    Found abandon(UUID paymentId);

    void refund(Refund refund);

    /** What is to be paid, by what token, and until when the seats wait for it. */
    record Charge(UUID paymentId, String token, int amount, String currency, Instant seatsWaitUntil) {}

    /**
     * The provider's answer to a charge.
     *
     * @param clientSecret with which the fan's browser finishes the payment, where the bank wants to ask the fan
     * @param fingerprint  what the provider tells the same card by, where it says
     */
    record Charged(ChargeOutcome outcome, Optional<String> clientSecret, Optional<String> fingerprint) {

        public static Charged of(ChargeOutcome outcome) {
            return new Charged(outcome, Optional.empty(), Optional.empty());
        }
    }

    /**
     * The provider's answer to a question.
     *
     * @param fingerprint what the provider tells the card by that paid, where it says
     */
    record Found(PaymentStatus status, Optional<String> fingerprint) {

        public static Found of(PaymentStatus status) {
            return new Found(status, Optional.empty());
        }
    }

    /** What became of a charge so far. */
    enum ChargeOutcome {
        PAID, DECLINED, PENDING, UNKNOWN_TOKEN
    }

    /** Money that goes back: all of a payment, or part of it. */
    record Refund(UUID id, UUID paymentId, int amount) {}

    /** How a payment stands; UNKNOWN: the charge never arrived. */
    enum PaymentStatus {
        PAID, DECLINED, PENDING, REFUNDED, UNKNOWN
    }
}
