package ticketing.payment;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who takes money for us. Called outside any transaction, because it may take its time. Every call may be
 * repeated: the payment's id tells the provider that it is the same one.
 */
public interface PaymentProvider {

    /** The payment method of orders that are paid here. */
    String method();

    ChargeOutcome charge(Charge charge);

    PaymentStatus find(UUID paymentId);

    void refund(UUID paymentId);

    /** What is to be paid, by what token, and until when the seats wait for it. */
    record Charge(UUID paymentId, String token, int amount, String currency, Instant seatsWaitUntil) {}

    /** The provider's answer to a charge. */
    enum ChargeOutcome {
        PAID, DECLINED, PENDING, UNKNOWN_TOKEN
    }

    /** How a payment stands; UNKNOWN: the charge never arrived. */
    enum PaymentStatus {
        PAID, DECLINED, PENDING, REFUNDED, UNKNOWN
    }
}
