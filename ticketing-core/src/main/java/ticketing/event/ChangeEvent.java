package ticketing.event;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.event.EventOutcome.NoSalesWindow;
import ticketing.event.EventOutcome.Saved;
import ticketing.event.EventOutcome.UnknownEvent;
import ticketing.event.EventOutcome.WrongPrices;
import ticketing.event.EventOutcome.WrongState;
import ticketing.http.IfMatch;
import ticketing.plan.Plans;

/** Changes what an organizer decides about an event. Seats and plan stay: tickets refer to them. */
@ApplicationScoped
class ChangeEvent {

    private final EventStore events;
    private final Plans plans;
    private final AuditTrail audit;

    ChangeEvent(EventStore events, Plans plans, AuditTrail audit) {
        this.events = events;
        this.plans = plans;
        this.audit = audit;
    }

    /** @param ifMatch the version that the organizer saw, as the header carries it */
    @Transactional
    EventOutcome change(String id, EventChange change, String ifMatch, UUID by) {
        var found = events.lock(id);
        if (found.isEmpty()) {
            return new UnknownEvent();
        }
        var event = found.get();
        IfMatch.demand(ifMatch, event.version());
        if (event.state() == EventState.CANCELLED) {
            return new WrongState(event.state());
        }
        var terms = change.applyTo(event.terms());
        if (!terms.hasSalesWindow()) {
            return new NoSalesWindow();
        }
        if (change.prices() != null) {
            var prices = PriceList.of(change.prices(), plans.categories(event.planId()));
            if (!(prices instanceof PriceList.Complete complete)) {
                return new WrongPrices(prices);
            }
            events.setPrices(id, complete.prices());
        }
        event.change(terms);
        events.bumpVersion(event);
        audit.record(by, event.organizationId(), "event.changed", id);
        return new Saved(id);
    }
}
