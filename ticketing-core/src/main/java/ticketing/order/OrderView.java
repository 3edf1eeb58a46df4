package ticketing.order;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/** An order as its buyer sees it. The secret is told once, when it is placed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(String code, String secret, String state, EventView event, TicketOrder.Buyer buyer, Money total,
        PaymentView payment, List<TicketView> tickets, Instant createdAt) {

    static OrderView placed(TicketOrder order, String secret) {
        var facts = order.facts();
        return new OrderView(facts.code(), secret, stateOf(order), null, null,
                new Money(facts.amount(), facts.currency()),
                new PaymentView(facts.paymentMethod(), order instanceof TicketOrder.Paid ? "PAID" : "PENDING"), null,
                facts.createdAt());
    }

    static OrderView of(OrderDetails details) {
        var facts = details.order().facts();
        var event = details.event();
        return new OrderView(facts.code(), null, stateOf(details.order()),
                new EventView(event.id(), event.title(), event.startsAt(), event.venue(), event.city(),
                        event.timezone().getId()),
                facts.buyer(), new Money(facts.amount(), facts.currency()),
                new PaymentView(facts.paymentMethod(), details.paymentState()),
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

    record PaymentView(String method, String state) {}

    record TicketView(UUID id, SeatView seat, String state) {

        static TicketView of(Ticket ticket, String currency) {
            return new TicketView(ticket.id(), new SeatView(ticket.seatId(), ticket.label(), ticket.category(),
                    new Money(ticket.amount(), currency)), ticket.valid() ? "VALID" : "CANCELLED");
        }
    }

    record SeatView(String id, String label, String category, Money price) {}
}
