package ticketing.payment;

import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import ticketing.payment.PaymentProvider.PaymentStatus;

/** A PaymentIntent as Stripe has it. */
record StripeIntent(String id, PaymentStatus status, Optional<String> clientSecret, Optional<UUID> paymentId,
        Optional<String> fingerprint) {

    static StripeIntent of(JsonNode document) {
        var failed = !document.path("last_payment_error").isMissingNode()
                && !document.path("last_payment_error").isNull();
        return new StripeIntent(document.path("id").asText(), status(document.path("status").asText(), failed),
                Optional.ofNullable(document.path("client_secret").textValue()), paymentId(document),
                Optional.ofNullable(document.path("payment_method").path("card").path("fingerprint").textValue()));
    }

    /** A fresh intent and one whose card was declined look the same but for the error. */
    private static PaymentStatus status(String status, boolean failed) {
        return switch (status) {
            case "succeeded" -> PaymentStatus.PAID;
            case "canceled" -> PaymentStatus.DECLINED;
            case "requires_payment_method", "requires_confirmation" -> failed
                    ? PaymentStatus.DECLINED
                    : PaymentStatus.UNKNOWN;
            case "processing", "requires_action", "requires_capture" -> PaymentStatus.PENDING;
            default -> throw new StripeTrouble("unknown status of an intent: " + status);
        };
    }

    PaymentProvider.Found found() {
        return new PaymentProvider.Found(status, fingerprint);
    }

    private static Optional<UUID> paymentId(JsonNode document) {
        try {
            return Optional.ofNullable(document.path("metadata").path("payment_id").textValue()).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
