package ticketing.promo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;

/** What organizers do with promo codes. */
@ApplicationScoped
class PromoCodes {

    private final PromoStore store;
    private final AuditTrail audit;

    PromoCodes(PromoStore store, AuditTrail audit) {
        this.store = store;
        this.audit = audit;
    }

    @Transactional
    List<PromoRow> list(String eventId, String behind, int limit) {
        return store.list(eventId, behind, limit);
    }

    @Transactional
    Optional<PromoRow> find(String eventId, String code) {
        return store.find(eventId, PromoBook.spelled(code));
    }

    /** False when the event has that code already. */
    @Transactional
    boolean create(Draft draft, Staff by) {
        var added = store.add(by.eventId(), draft.promo(), draft.maxUses(), draft.validFrom(), draft.validUntil());
        if (added) {
            record(by, "promo-code.created", draft.promo().code(), Map.of("uses", draft.maxUses()));
        }
        return added;
    }

    /** False when more uses were taken than there should be. */
    @Transactional
    boolean change(String code, Optional<Integer> maxUses, Optional<Boolean> active, Staff by) {
        var changed = store.change(by.eventId(), code, maxUses, active);
        if (changed) {
            record(by, "promo-code.changed", code, Map.of("uses", maxUses.map(Object::toString).orElse("as before"),
                    "active", active.map(Object::toString).orElse("as before")));
        }
        return changed;
    }

    private void record(Staff by, String action, String code, Map<String, ?> detail) {
        audit.record(by.id(), Optional.of(by.organization()), action, by.eventId() + "/" + code, detail);
    }

    /** A code that is to be made. */
    record Draft(Promo promo, int maxUses, Optional<Instant> validFrom, Optional<Instant> validUntil) {}

    /** Who does it, for which event of which organization. */
    record Staff(UUID id, String eventId, String organization) {}
}
