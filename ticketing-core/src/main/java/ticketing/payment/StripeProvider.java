package ticketing.payment;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import ticketing.payment.StripeClient.StripeAnswer;

/**
 * Payments by Stripe. An intent is created first, written down, and confirmed then: whatever gets lost on the way, we
 * know which intent to ask about, and one that was never confirmed moves no money.
 */
@ApplicationScoped
class StripeProvider implements PaymentProvider {

    static final String METHOD = "stripe";

    private static final Logger LOG = Logger.getLogger(StripeProvider.class);

    private final StripeClient stripe;
    private final StripeStore store;
    private final StripeConfig config;

    StripeProvider(StripeClient stripe, StripeStore store, StripeConfig config) {
        this.stripe = stripe;
        this.store = store;
        this.config = config;
    }

    @Override
    public String method() {
        return METHOD;
    }

    @Override
    public boolean offered() {
        return config.secretKey().isPresent();
    }

    @Override
    public Optional<String> publicKey() {
        return config.publishableKey();
    }

    /** Stripe takes no payment of nothing. */
    @Override
    public Charged charge(Charge charge) {
        if (charge.amount() == 0) {
            return Charged.of(ChargeOutcome.PAID);
        }
        var intent = stripe.create(charge);
        store.remember(charge.paymentId(), intent.id());
        var answer = stripe.confirm(intent.id(), charge.paymentId(), charge.token());
        return answer.refusal().isPresent()
                ? refused(charge.paymentId(), answer)
                : charged(StripeIntent.of(answer.document()));
    }

    /** A refused charge is ended for good: the next try is another payment. */
    private Charged refused(UUID paymentId, StripeAnswer answer) {
        var refusal = answer.refusal().orElseThrow();
        return switch (abandon(paymentId).status()) {
            case PAID, REFUNDED -> Charged.of(ChargeOutcome.PAID);
            case PENDING -> Charged.of(ChargeOutcome.PENDING);
            case DECLINED, UNKNOWN -> Charged.of(refusal.path("type").asText().equals("card_error")
                    ? ChargeOutcome.DECLINED
                    : ChargeOutcome.UNKNOWN_TOKEN);
        };
    }

    private static Charged charged(StripeIntent intent) {
        return switch (intent.status()) {
            case PAID, REFUNDED -> new Charged(ChargeOutcome.PAID, Optional.empty(), intent.fingerprint());
            case DECLINED, UNKNOWN -> Charged.of(ChargeOutcome.DECLINED);
            case PENDING -> new Charged(ChargeOutcome.PENDING, intent.clientSecret(), intent.fingerprint());
        };
    }

    @Override
    public Found find(UUID paymentId) {
        return store.intentOf(paymentId).map(stripe::read).map(StripeIntent::found)
                .orElseGet(() -> Found.of(PaymentStatus.UNKNOWN));
    }

    @Override
    public Found abandon(UUID paymentId) {
        return store.intentOf(paymentId).map(intent -> stripe.cancel(intent, paymentId)).map(StripeIntent::found)
                .orElseGet(() -> Found.of(PaymentStatus.UNKNOWN));
    }

    @Override
    public void refund(Refund refund) {
        var intent = store.intentOf(refund.paymentId());
        if (intent.isEmpty()) {
            LOG.warnf("nothing to refund at stripe payment=%s", refund.paymentId());
            return;
        }
        var answer = stripe.refund(intent.get(), refund);
        if (answer.refusedAs("charge_already_refunded")) {
            LOG.infof("refunded at stripe before payment=%s", refund.paymentId());
        } else if (answer.refusal().isPresent() || isLost(answer)) {
            throw new StripeTrouble("refund refused");
        }
    }

    private static boolean isLost(StripeAnswer answer) {
        var status = answer.document().path("status").asText();
        return status.equals("failed") || status.equals("canceled");
    }

    /** How the payment of an intent stands that a notice spoke of; empty when it is none of ours. */
    Optional<Told> told(String intentId) {
        var intent = stripe.read(intentId);
        return intent.paymentId().map(payment -> {
            store.remember(payment, intent.id());
            return new Told(payment, intent.status() == PaymentStatus.DECLINED ? abandon(payment) : intent.found());
        });
    }

    /** A payment and how it stands. */
    record Told(UUID paymentId, Found found) {}
}
