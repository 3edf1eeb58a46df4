package ticketing.eventrefund;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.mail.MailQueue;
import ticketing.order.TakeOrderBack;

/**
 * Takes all orders of a cancelled event back: they are written down at the start, and taken back one by one, each in a
 * transaction of its own, so that what is stuck holds up nothing else. The money goes back like any other refund.
 */
@ApplicationScoped
class RefundEvent {

    private static final int BATCH = 50;
    private static final Duration FIRST_RETRY = Duration.ofSeconds(10);

    /** An order that was being paid when the event was cancelled is seen by then: no transaction takes that long. */
    private static final Duration COLLECT_AGAIN_AFTER = Duration.ofSeconds(30);

    private final EventRefundStore store;
    private final TakeOrderBack takeOrderBack;
    private final MailQueue mails;
    private final AuditTrail audit;

    RefundEvent(EventRefundStore store, TakeOrderBack takeOrderBack, MailQueue mails, AuditTrail audit) {
        this.store = store;
        this.takeOrderBack = takeOrderBack;
        this.mails = mails;
        this.audit = audit;
    }

    /** Starts it; once, however often it is called. */
    @Transactional
    RefundProgress start(String eventId, String organization, UUID staff) {
        if (store.start(eventId, staff, COLLECT_AGAIN_AFTER)) {
            store.collect(eventId);
            audit.record(staff, Optional.of(organization), "event.refunded", eventId, Map.of());
        }
        return store.progress(eventId).orElseThrow();
    }

    @Transactional
    Optional<RefundProgress> progress(String eventId) {
        return store.progress(eventId);
    }

    @Transactional
    List<String> takeDue() {
        store.takeUncollected().forEach(store::collect);
        return store.takeDue(BATCH, FIRST_RETRY);
    }

    /** An order that is not paid any more needs nothing, and no letter. */
    @Transactional
    void takeBack(String orderCode) {
        if (takeOrderBack.becauseOfItsEvent(orderCode)) {
            mails.queue(EventCancelledMail.KIND, orderCode);
        }
        store.done(orderCode);
    }
}
