package ticketing.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import ticketing.terms.BillView;

/**
 * An order as its buyer sees it. The secret is told once, when it is placed.
 *
 * @param refunded what has gone back, or is on its way
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(String code, String secret, String state, EventView event, TicketOrder.Buyer buyer, Money total,
        BillView bill, String promoCode, PaymentView payment, Money refunded, List<TicketView> tickets,
        Instant createdAt) {

    static OrderView placed(OrderOutcome.Placed placed) {
        var order = placed.order();
        var facts = order.facts();
        return new OrderView(facts.code(), placed.secret(), stateOf(order), null, null,
                new Money(facts.amount(), facts.currency()), BillView.of(facts.bill(), facts.currency()),
                facts.promoCode().orElse(null),
                new PaymentView(facts.paymentMethod(), order instanceof TicketOrder.Paid ? "PAID" : "PENDING",
                        placed.clientSecret().orElse(null)),
                null, null,
                facts.createdAt());
    }

    static OrderView of(OrderDetails details) {
        var facts = details.order().facts();
        var event = details.event();
        return new OrderView(facts.code(), null, stateOf(details.order()),
                new EventView(event.id(), event.title(), event.startsAt(), event.venue(), event.city(),
                        event.timezone().getId()),
                facts.buyer(), new Money(facts.amount(), facts.currency()),
                BillView.of(facts.bill(), facts.currency()), facts.promoCode().orElse(null),
                new PaymentView(facts.paymentMethod(), details.payment().state(), null),
                new Money(details.payment().refunded(), facts.currency()),
                details.tickets().stream().map(ticket -> TicketView.of(ticket, facts.currency())).toList(),
                facts.createdAt());
    }

    static String stateOf(TicketOrder order) {
        return switch (order) {
            case TicketOrder.Pending pending -> "PENDING";
            case TicketOrder.Paid paid -> "PAID";
            case TicketOrder.Declined declined -> "DECLINED";
            case TicketOrder.Cancelled cancelled -> "CANCELLED";
            case TicketOrder.Refunded refunded -> "REFUNDED";
        };
    }

    record EventView(String id, String title, Instant startsAt, String venue, String city, String timezone) {}

    record Money(int amount, String currency) {}

    /** @param clientSecret with which the provider's script in the browser finishes the payment, where it must */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaymentView(String method, String state, String clientSecret) {}

    /**
     * @param holder who it is for, when that is not the buyer
     * @param paid   the price, less the discount, plus the fee
     * @param reason why it is not valid any more
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TicketView(UUID id, SeatView seat, HolderView holder, Money paid, String state, VoidReason reason) {

        static TicketView of(Ticket ticket, String currency) {
            return new TicketView(ticket.id(), new SeatView(ticket.seatId(), ticket.label(), ticket.category(),
                    new Money(ticket.amount(), currency)), HolderView.of(ticket),
                    new Money(ticket.paid(), currency), ticket.valid() ? "VALID" : "CANCELLED",
                    ticket.voidBy().orElse(null));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolderView(String name, String email) {

        static HolderView of(Ticket ticket) {
            return ticket.holder().map(holder -> new HolderView(holder.name(), holder.email().orElse(null)))
                    .orElse(null);
        }
    }

    record SeatView(String id, String label, String category, Money price) {}
}
