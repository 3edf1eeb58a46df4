package ticketing.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.audit.AuditTrail;

/** Gives a buyer the money back in the organizer's name: tickets are void, seats on sale again, the trail says who. */
@ApplicationScoped
class RefundOrder {

    private final OrderStore orders;
    private final OrderEffects effects;
    private final AuditTrail audit;

    RefundOrder(OrderStore orders, OrderEffects effects, AuditTrail audit) {
        this.orders = orders;
        this.effects = effects;
        this.audit = audit;
    }

    /** Whose event the order is for; empty when there is no such order. */
    @Transactional
    Optional<String> organizationOf(String code) {
        return orders.organizationOf(code);
    }

    /** @param wanted what is to go back; all of it when no tickets are named */
    @Transactional
    RefundOutcome refund(String code, Wanted wanted, UUID staff) {
        var found = orders.find(code).orElseThrow();
        return switch (effects.lock(found).order()) {
            case TicketOrder.Paid paid -> refund(paid, wanted, staff);
            case TicketOrder.Pending pending -> new RefundOutcome.NotPaid();
            case TicketOrder.Declined declined -> new RefundOutcome.NotPaid();
            case TicketOrder.Cancelled cancelled -> named(wanted, List.of());
            case TicketOrder.Refunded refunded -> named(wanted, List.of());
        };
    }

    private RefundOutcome refund(TicketOrder.Paid order, Wanted wanted, UUID staff) {
        var valid = order.validTickets();
        var outcome = named(wanted, valid);
        if (outcome instanceof RefundOutcome.Done) {
            var tickets = wanted.tickets().isEmpty()
                    ? valid
                    : valid.stream().filter(ticket -> wanted.tickets().contains(ticket.id())).toList();
            var amount = tickets.stream()
                    .mapToInt(ticket -> wanted.keepFees() ? ticket.paid() - ticket.fee() : ticket.paid()).sum();
            effects.takeBack(order, new OrderLedger.TakeBack(tickets, amount, VoidReason.REFUNDED));
            var code = order.facts().code();
            audit.record(staff, orders.organizationOf(code), "order.refunded", code,
                    Map.of("tickets", tickets.size(), "amount", amount, "reason", wanted.reason()));
        }
        return outcome;
    }

    private static RefundOutcome named(Wanted wanted, List<Ticket> valid) {
        var known = valid.stream().map(Ticket::id).collect(Collectors.toSet());
        var others = wanted.tickets().stream().filter(ticket -> !known.contains(ticket)).toList();
        return others.isEmpty() ? new RefundOutcome.Done() : new RefundOutcome.NotValid(others);
    }

    /**
     * What is to go back.
     *
     * @param tickets  which; all that are valid when none is named
     * @param keepFees whether the service fee stays with the organizer
     * @param reason   for the trail
     */
    record Wanted(Set<UUID> tickets, boolean keepFees, String reason) {}

    /** What became of it. */
    sealed interface RefundOutcome {

        /** It goes back, or there was nothing left to give back. */
        record Done() implements RefundOutcome {}

        record NotPaid() implements RefundOutcome {}

        /** These are no valid tickets of the order; nothing was changed. */
        record NotValid(List<UUID> tickets) implements RefundOutcome {}
    }
}
