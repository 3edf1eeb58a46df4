package ticketing.privacy;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;

/** Hands out what is kept of a buyer. That it left the house stands in the trail; about whom does not. */
@ApplicationScoped
class ExportCustomer {

    private final CustomerStore store;
    private final AuditTrail audit;
    private final InstantSource clock;

    ExportCustomer(CustomerStore store, AuditTrail audit, InstantSource clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    CustomerRecord export(String organization, String email, UUID by) {
        var orders = store.orders(organization, email);
        audit.record(by, Optional.of(organization), "customer.exported", organization,
                Map.of("orders", orders.size()));
        return new CustomerRecord(organization, email, clock.instant(), orders,
                store.heldTickets(organization, email), store.waitingLists(organization, email));
    }
}
