package ticketing.sales;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;

/** Hands out who bought what. That names and addresses left the house stands in the trail. */
@ApplicationScoped
class ExportTickets {

    private final SoldStore store;
    private final AuditTrail audit;

    ExportTickets(SoldStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    @Transactional
    List<SoldTicket> export(String event, String organization, String format, UUID staff) {
        audit.record(staff, Optional.of(organization), "tickets.exported", event, Map.of("format", format));
        return store.tickets(event);
    }
}
