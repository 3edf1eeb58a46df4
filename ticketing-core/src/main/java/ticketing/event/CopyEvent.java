package ticketing.event;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.event.EventOutcome.NoSalesWindow;
import ticketing.event.EventOutcome.Saved;
import ticketing.event.EventOutcome.UnknownEvent;
import ticketing.event.EventOutcome.WrongPrices;
import ticketing.plan.Plans;

/**
 * Makes a draft after another event, at the same venue with the same plan, prices, limits, order terms and picture.
 * When its categories are sold is not taken over: those moments were the other event's.
 */
@ApplicationScoped
class CopyEvent {

    private final EventStore events;
    private final Plans plans;
    private final AuditTrail audit;
    private final jakarta.enterprise.event.Event<EventCopied> copied;
    private final InstantSource clock;

    CopyEvent(EventStore events, Plans plans, AuditTrail audit,
            jakarta.enterprise.event.Event<EventCopied> copied, InstantSource clock) {
        this.events = events;
        this.plans = plans;
        this.audit = audit;
        this.copied = copied;
        this.clock = clock;
    }

    @Transactional
    EventOutcome copy(String id, EventCopy wanted, UUID by) {
        var found = events.findByIdOptional(id);
        if (found.isEmpty()) {
            return new UnknownEvent();
        }
        var model = found.get();
        var terms = wanted.applyTo(model.terms());
        if (!terms.hasSalesWindow()) {
            return new NoSalesWindow();
        }
        var prices = PriceList.of(pricesOf(id), plans.categories(model.planId()));
        if (!(prices instanceof PriceList.Complete complete)) {
            return new WrongPrices(prices);
        }
        var event = Event.draft(model.place(), model.currency(), terms, clock.instant());
        events.persistAndFlush(event);
        events.setPrices(event.id(), complete.prices());
        copied.fire(new EventCopied(id, event.id()));
        audit.record(by, event.organizationId(), "event.copied", event.id());
        return new Saved(event.id());
    }

    private List<Price> pricesOf(String id) {
        return events.prices(id).stream().map(price -> new Price(price.category(), price.amount(), null, null))
                .toList();
    }
}
