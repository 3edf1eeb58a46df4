package ticketing.order;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import ticketing.database.Row;
import ticketing.terms.Bill;

/** An order as its table has it, before its tickets are read. */
record OrderRow(TicketOrder.Facts facts, String state) {

    static OrderRow read(Row row) throws SQLException {
        var buyer = new TicketOrder.Buyer(row.text("buyer_name"), row.text("buyer_email"));
        return new OrderRow(new TicketOrder.Facts(row.text("code"), row.uuid("session_id"), row.uuid("hold_id"),
                row.text("event_id"), buyer, row.number("seats"), bill(row), row.optionalText("promo_code"),
                row.text("currency"), row.uuid("payment_id"), row.text("provider"), row.instant("created_at")),
                row.text("state"));
    }

    /** The books have what is paid; the prices follow from it. */
    private static Bill bill(Row row) throws SQLException {
        var discount = row.number("discount");
        var fee = row.number("fee");
        return new Bill(row.number("amount") + discount - fee, discount, fee, row.number("tax_basis_points"));
    }

    TicketOrder toOrder(Supplier<List<Ticket>> tickets) {
        return switch (state) {
            case "PENDING" -> new TicketOrder.Pending(facts);
            case "PAID" -> new TicketOrder.Paid(facts, tickets.get());
            case "DECLINED" -> new TicketOrder.Declined(facts);
            case "CANCELLED" -> new TicketOrder.Cancelled(facts, tickets.get());
            case "REFUNDED" -> new TicketOrder.Refunded(facts);
            default -> throw new IllegalStateException("unknown state of an order: " + state);
        };
    }
}
