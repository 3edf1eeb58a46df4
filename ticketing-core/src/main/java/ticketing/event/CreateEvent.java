package ticketing.event;

import java.time.InstantSource;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.event.EventOutcome.NoSalesWindow;
import ticketing.event.EventOutcome.Saved;
import ticketing.event.EventOutcome.UnknownPlan;
import ticketing.event.EventOutcome.UnknownVenue;
import ticketing.event.EventOutcome.WrongPrices;
import ticketing.plan.Plans;
import ticketing.venue.Venues;

@ApplicationScoped
class CreateEvent {

    private final EventStore events;
    private final Venues venues;
    private final Plans plans;
    private final AuditTrail audit;
    private final InstantSource clock;

    CreateEvent(EventStore events, Venues venues, Plans plans, AuditTrail audit, InstantSource clock) {
        this.events = events;
        this.venues = venues;
        this.plans = plans;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    EventOutcome create(NewEvent wanted, UUID by) {
        if (venues.ownerOf(wanted.venueId()).filter(wanted.organizationId()::equals).isEmpty()) {
            return new UnknownVenue();
        }
        if (plans.find(wanted.planId()).filter(plan -> plan.venueId().equals(wanted.venueId())).isEmpty()) {
            return new UnknownPlan();
        }
        if (!wanted.terms().hasSalesWindow()) {
            return new NoSalesWindow();
        }
        var prices = PriceList.of(wanted.prices(), plans.categories(wanted.planId()));
        if (!(prices instanceof PriceList.Complete complete)) {
            return new WrongPrices(prices);
        }
        var event = Event.draft(wanted.place(), wanted.currency(), wanted.terms(), clock.instant());
        events.persistAndFlush(event);
        events.setPrices(event.id(), complete.prices());
        audit.record(by, event.organizationId(), "event.created", event.id());
        return new Saved(event.id());
    }
}
