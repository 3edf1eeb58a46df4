package ticketing.order;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.order.TicketChangeOutcome.Done;
import ticketing.order.TicketChangeOutcome.EventHasBegun;
import ticketing.order.TicketChangeOutcome.Inside;
import ticketing.order.TicketChangeOutcome.NotOffered;
import ticketing.order.TicketChangeOutcome.NotValid;
import ticketing.secret.Digest;
import ticketing.terms.OrderTerms;

/**
 * What a buyer may do with single tickets, for whoever has the order's secret: give one another holder, which voids the
 * old code, or give one back for what the seat cost, while the organizer offers that. Staff do the former for them.
 */
@ApplicationScoped
class ChangeTicket {

    private final OrderStore orders;
    private final OrderEffects effects;
    private final TicketChanges changes;
    private final InstantSource clock;

    ChangeTicket(OrderStore orders, OrderEffects effects, TicketChanges changes, InstantSource clock) {
        this.orders = orders;
        this.effects = effects;
        this.changes = changes;
        this.clock = clock;
    }

    /** Empty when that does not open such an order. */
    @Transactional
    Optional<TicketChangeOutcome> changeHolder(String code, String secret, UUID ticket, Ticket.Holder holder) {
        return withTicket(code, secret, ticket, (order, found) -> {
            if (!changes.terms(order).holderChanges()) {
                return new NotOffered();
            }
            changes.replace(order.facts(), found, holder);
            return new Done();
        });
    }

    /** For a member of staff, who answers for it whatever buyers may do themselves. */
    @Transactional
    TicketChangeOutcome changeHolder(String code, UUID ticket, Ticket.Holder holder) {
        return withTicket(orders.find(code).orElseThrow(), ticket, (order, found) -> {
            changes.replace(order.facts(), found, holder);
            return new Done();
        });
    }

    /** What was paid goes back but for the fee, and the seat is on sale again. */
    @Transactional
    Optional<TicketChangeOutcome> giveBack(String code, String secret, UUID ticket) {
        return withTicket(code, secret, ticket, (order, found) -> {
            if (!offersReturns(changes.terms(order))) {
                return new NotOffered();
            }
            effects.takeBack(order, new OrderLedger.TakeBack(List.of(found), found.paid() - found.fee(),
                    VoidReason.RETURNED));
            return new Done();
        });
    }

    private boolean offersReturns(OrderTerms terms) {
        return terms.returns() && terms.returnsUntil().filter(end -> !clock.instant().isBefore(end)).isEmpty();
    }

    private Optional<TicketChangeOutcome> withTicket(String code, String secret, UUID ticket,
            BiFunction<TicketOrder.Paid, Ticket, TicketChangeOutcome> change) {
        return orders.find(code, Digest.of(secret)).map(found -> withTicket(found, ticket, change));
    }

    private TicketChangeOutcome withTicket(TicketOrder found, UUID ticket,
            BiFunction<TicketOrder.Paid, Ticket, TicketChangeOutcome> change) {
        return switch (effects.lock(found).order()) {
            case TicketOrder.Paid paid -> withValidTicket(paid, ticket, change);
            case TicketOrder.Pending pending -> new NotValid();
            case TicketOrder.Declined declined -> new NotValid();
            case TicketOrder.Cancelled cancelled -> new NotValid();
            case TicketOrder.Refunded refunded -> new NotValid();
        };
    }

    private TicketChangeOutcome withValidTicket(TicketOrder.Paid order, UUID id,
            BiFunction<TicketOrder.Paid, Ticket, TicketChangeOutcome> change) {
        var ticket = order.validTickets().stream().filter(valid -> valid.id().equals(id)).findFirst();
        var moment = orders.eventMoment(order.facts().eventId());
        if (ticket.isEmpty() || moment.cancelled()) {
            return new NotValid();
        }
        if (moment.begun()) {
            return new EventHasBegun();
        }
        return changes.isInside(ticket.get()) ? new Inside() : change.apply(order, ticket.get());
    }
}
