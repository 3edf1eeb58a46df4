package ticketing.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;
import ticketing.buyer.LinkedBuyers;

/** Takes a buyer out of an organization's books and leaves the books: sums, seats and tickets stay as they were. */
@ApplicationScoped
class EraseCustomer {

    private final CustomerStore store;
    private final LinkedBuyers linked;
    private final AuditTrail audit;

    EraseCustomer(CustomerStore store, LinkedBuyers linked, AuditTrail audit) {
        this.store = store;
        this.linked = linked;
        this.audit = audit;
    }

    /** @param upcomingToo also from orders whose tickets still let somebody in; nobody can be written to about them then */
    @Transactional
    Erasure erase(String organization, String email, boolean upcomingToo, UUID by) {
        var erased = new ArrayList<String>();
        var kept = new ArrayList<Kept>();
        for (var event : store.events(organization, email)) {
            if (event.pending()) {
                kept.addAll(event.codes().stream().map(code -> new Kept(code, "pending")).toList());
            } else if (event.upcoming() && !upcomingToo) {
                kept.addAll(event.codes().stream().map(code -> new Kept(code, "upcoming")).toList());
            } else {
                store.erase(event);
                erased.addAll(event.codes());
            }
        }
        store.eraseBesideOrders(organization, email, upcomingToo);
        linked.forgetHolder(organization, email);
        audit.record(by, Optional.of(organization), "customer.erased", organization,
                Map.of("orders", List.copyOf(erased), "kept", kept.size()));
        return new Erasure(List.copyOf(erased), List.copyOf(kept));
    }

    /** The orders that tell nothing of the person any more, and those that still do. */
    record Erasure(List<String> erased, List<Kept> kept) {}

    /** @param reason pending: its payment is on its way; upcoming: its tickets are still needed */
    record Kept(String order, String reason) {}
}
