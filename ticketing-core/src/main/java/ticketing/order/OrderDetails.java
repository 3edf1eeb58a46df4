package ticketing.order;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import ticketing.money.Money;

/**
 * An order with what is known around it.
 *
 * @param secret opens it; never to be shown to anybody but its buyer
 */
public record OrderDetails(TicketOrder order, EventDetails event, PaymentStanding payment, String secret) {

    /** What has gone back, or is on its way. */
    public Money refunded() {
        return new Money(payment.refunded(), order.facts().currency());
    }

    /** The order's tickets, void ones included; none before it is paid. */
    public List<Ticket> tickets() {
        return switch (order) {
            case TicketOrder.Paid paid -> paid.tickets();
            case TicketOrder.Cancelled cancelled -> cancelled.tickets();
            case TicketOrder.Pending pending -> List.of();
            case TicketOrder.Declined declined -> List.of();
            case TicketOrder.Refunded refunded -> List.of();
        };
    }

    /** Where and when it is. */
    public record EventDetails(String id, String title, Instant startsAt, String venue, String address, String city,
            String country, ZoneId timezone) {}
}
