package ticketing.terms;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.event.EventCopied;

/** The terms of orders, event by event. What is held or ordered already keeps the fees it was promised. */
@ApplicationScoped
public class Terms {

    private final TermsStore store;
    private final AuditTrail audit;

    Terms(TermsStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    @Transactional
    public OrderTerms of(String eventId) {
        return store.find(eventId).orElse(OrderTerms.DEFAULT);
    }

    void copied(@Observes EventCopied copy) {
        store.copy(copy.from(), copy.to());
    }

    @Transactional
    void set(String eventId, String organization, OrderTerms terms, UUID by) {
        store.set(eventId, terms);
        audit.record(by, Optional.of(organization), "event.terms-changed", eventId,
                Map.of("feePerTicket", terms.fees().perTicket(), "feeBasisPoints", terms.fees().basisPoints(),
                        "taxBasisPoints", terms.fees().taxBasisPoints(), "returns", terms.returns(),
                        "attendees", terms.attendees()));
    }
}
