package ticketing.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * A payment provider that moves no money and misbehaves on request: {@code ok} pays, {@code declined} refuses,
 * {@code slow} notifies later, {@code twice} notifies twice, {@code late} notifies when the seats no longer wait. It
 * keeps books of its own, so that what it said survives a restart.
 */
@ApplicationScoped
class DemoProvider implements PaymentProvider {

    static final String METHOD = "demo";

    private static final int BATCH = 20;
    private static final Duration REDELIVERED_AFTER = Duration.ofSeconds(15);

    private final DemoStore store;
    private final DemoConfig config;
    private final StripeConfig stripe;

    DemoProvider(DemoStore store, DemoConfig config, StripeConfig stripe) {
        this.store = store;
        this.config = config;
        this.stripe = stripe;
    }

    @Override
    public String method() {
        return METHOD;
    }

    /** Where real money is taken nobody shall buy with none by accident. */
    @Override
    public boolean offered() {
        return config.enabled().orElse(stripe.secretKey().isEmpty());
    }

    @Override
    @Transactional
    public Charged charge(Charge charge) {
        return Charged.of(outcomeOf(charge));
    }

    private ChargeOutcome outcomeOf(Charge charge) {
        return switch (charge.token()) {
            case "ok" -> answer(charge, PaymentStatus.PAID, List.of(), Instant.EPOCH);
            case "declined" -> answer(charge, PaymentStatus.DECLINED, List.of(), Instant.EPOCH);
            case "slow" -> answer(charge, PaymentStatus.PENDING, List.of(config.slow()), Instant.EPOCH);
            case "twice" -> answer(charge, PaymentStatus.PENDING,
                    List.of(config.slow(), config.slow().plus(config.between())), Instant.EPOCH);
            case "late" -> answer(charge, PaymentStatus.PENDING, List.of(config.late()), charge.seatsWaitUntil());
            default -> ChargeOutcome.UNKNOWN_TOKEN;
        };
    }

    private ChargeOutcome answer(Charge charge, PaymentStatus status, List<Duration> notices, Instant notBefore) {
        if (store.charge(charge, status)) {
            notices.forEach(delay -> store.planNotice(UUID.randomUUID().toString(), charge.paymentId(), notBefore,
                    delay));
            return outcomeOf(status);
        }
        return outcomeOf(store.find(charge.paymentId()).orElseThrow());
    }

    private static ChargeOutcome outcomeOf(PaymentStatus status) {
        return switch (status) {
            case PAID, REFUNDED -> ChargeOutcome.PAID;
            case DECLINED -> ChargeOutcome.DECLINED;
            case PENDING, UNKNOWN -> ChargeOutcome.PENDING;
        };
    }

    @Override
    @Transactional
    public Found find(UUID paymentId) {
        return Found.of(store.find(paymentId).orElse(PaymentStatus.UNKNOWN));
    }

    /** Nothing is ended here: a late payment shall arrive, to be dealt with. */
    @Override
    @Transactional
    public Found abandon(UUID paymentId) {
        return find(paymentId);
    }

    @Override
    @Transactional
    public void refund(Refund refund) {
        store.refund(refund);
    }

    /** What is to be told now. The money has moved by then, so a question gets the same answer as the notice. */
    @Transactional
    List<DemoStore.DueNotice> takeDueNotices() {
        var due = store.takeDue(BATCH, REDELIVERED_AFTER);
        due.forEach(notice -> store.pay(notice.paymentId()));
        return due;
    }

    @Transactional
    void delivered(DemoStore.DueNotice notice) {
        store.forgetNotice(notice.id());
    }
}
