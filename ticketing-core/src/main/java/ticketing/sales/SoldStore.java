package ticketing.sales;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** The orders and tickets of an event, one by one. */
@ApplicationScoped
class SoldStore {

    private static final String ORDERS = """
            SELECT o.code, o.state, o.buyer_name, o.buyer_email, o.seats, o.amount, o.currency, o.promo_code,
                   o.created_at, p.provider, p.state AS payment_state, p.refund_amount
              FROM ticket_order o
              JOIN payment p ON p.order_code = o.code
             WHERE o.event_id = ?
               AND (o.created_at, o.code) < (?, ?)
               AND (?::text IS NULL OR o.state = ?)
               AND (?::text IS NULL OR p.state = ?)
               AND (?::text IS NULL OR o.promo_code = upper(?))
               AND (?::text IS NULL OR strpos(lower(o.code || ' ' || o.buyer_name || ' ' || o.buyer_email), ?) > 0)
             ORDER BY o.created_at DESC, o.code DESC
             LIMIT ?
            """;

    private static final String TICKETS = """
            SELECT o.code, o.state AS order_state, o.created_at, o.buyer_name, o.buyer_email, t.id, t.label, t.category,
                   t.amount, o.currency, t.state, entry.at
              FROM ticket t
              JOIN ticket_order o ON o.code = t.order_code
              LEFT JOIN (SELECT ticket_id, min(scanned_at) AS at
                           FROM check_in
                          WHERE event_id = ?
                            AND outcome = 'ACCEPTED'
                            AND direction = 'IN'
                          GROUP BY ticket_id) entry ON entry.ticket_id = t.id
             WHERE t.event_id = ?
             ORDER BY o.created_at, o.code, t.position
            """;

    private final Database database;

    SoldStore(Database database) {
        this.database = database;
    }

    /** The latest first, behind the order that a page ended with. */
    List<SoldOrder> orders(String event, OrderSearch search, OrderCursor behind, int limit) {
        var state = search.state().map(Enum::name);
        var payment = search.payment().map(Enum::name);
        return database.list(ORDERS, SoldStore::order, event, behind.createdAt(), behind.code(), state, state, payment,
                payment, search.promoCode(), search.promoCode(), search.text(), search.text(), limit);
    }

    List<SoldTicket> tickets(String event) {
        return database.list(TICKETS, SoldStore::ticket, event, event);
    }

    private static SoldOrder order(Row row) throws SQLException {
        var currency = row.text("currency");
        return new SoldOrder(row.text("code"), row.text("state"),
                new SoldOrder.Buyer(row.text("buyer_name"), row.text("buyer_email")), row.number("seats"),
                new Takings(row.longNumber("amount"), currency), row.text("promo_code"),
                new SoldOrder.Payment(row.text("provider"), row.text("payment_state")),
                new Takings(row.longNumber("refund_amount"), currency), row.instant("created_at"));
    }

    private static SoldTicket ticket(Row row) throws SQLException {
        return new SoldTicket(row.text("code"), row.text("order_state"), row.instant("created_at"),
                row.text("buyer_name"), row.text("buyer_email"), row.uuid("id"), row.text("label"),
                row.text("category"), row.number("amount"), row.text("currency"), row.text("state"),
                row.optionalInstant("at"));
    }

    /** Which orders are asked for; the text in lower case. */
    record OrderSearch(Optional<State> state, Optional<PaymentState> payment, Optional<String> promoCode,
            Optional<String> text) {}

    /** An order's state, as it stands in the books. */
    enum State {
        PENDING, PAID, DECLINED, CANCELLED, REFUNDED
    }

    /** How its payment stands. */
    enum PaymentState {
        STARTED, PAID, DECLINED, REFUND_DUE, REFUNDED
    }

    /** Where a page of orders ended. */
    record OrderCursor(Instant createdAt, String code) {}
}
