package ticketing.sales;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/** The columns of an export, the same in every format. */
final class TicketTable {

    static final List<String> HEAD = List.of("order", "order state", "ordered at", "name", "e-mail", "ticket", "seat",
            "category", "price", "currency", "ticket state", "entered at");

    private TicketTable() {}

    /** Texts, except for the price. */
    static List<Object> line(SoldTicket ticket) {
        return List.of(ticket.order(), ticket.orderState(), ticket.orderedAt().toString(), ticket.name(),
                ticket.email(), ticket.ticket().toString(), ticket.seat(), ticket.category(), price(ticket),
                ticket.currency(), ticket.state(), ticket.enteredAt().map(Object::toString).orElse(""));
    }

    private static BigDecimal price(SoldTicket ticket) {
        return BigDecimal.valueOf(ticket.amount(), Currency.getInstance(ticket.currency()).getDefaultFractionDigits());
    }
}
