package ticketing.order;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.hold.HeldSeat;

/** Orders and their tickets. */
@ApplicationScoped
class OrderStore {

    private static final String SELECT = """
            SELECT ticket_order.*, payment.id AS payment_id, payment.provider
              FROM ticket_order
              JOIN payment ON payment.order_code = ticket_order.code
            """;

    private static final String FIND = SELECT + """
             WHERE ticket_order.code = ?
            """;

    private static final String FIND_OPENED = SELECT + """
             WHERE ticket_order.code = ?
               AND ticket_order.secret_digest = ?
            """;

    private static final String FIND_BY_HOLD = SELECT + """
             WHERE ticket_order.hold_id = ?
               AND ticket_order.idempotency_key = ?
               AND ticket_order.state <> 'DECLINED'
             ORDER BY ticket_order.created_at DESC
             LIMIT 1
            """;

    private static final String FIND_BY_PAYMENT = SELECT + """
             WHERE payment.id = ?
            """;

    /** Waits for who is at work on it, and reads what they left. */
    private static final String LOCK = FIND + """
               FOR UPDATE OF ticket_order
            """;

    private static final String INSERT = """
            WITH placed AS (
                INSERT INTO ticket_order (code, secret_digest, session_id, hold_id, event_id, state, buyer_name,
                                          buyer_email, email_digest, seats, amount, discount, fee, tax_basis_points,
                                          promo_code, currency, idempotency_key, created_at)
                VALUES (?, ?, ?, ?, ?, 'PENDING', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                RETURNING code
            )
            INSERT INTO order_line (order_code, seat_id, position, label, category_id, category, amount, discount, fee,
                                    attendee)
            SELECT placed.code, line.*
              FROM placed,
                   unnest(?::text[], ?::text[]::integer[], ?::text[], ?::text[], ?::text[], ?::text[]::integer[],
                          ?::text[]::integer[], ?::text[]::integer[], ?::text[]) AS line
            """;

    private static final String SETTLE = """
            UPDATE ticket_order
               SET state = ?, settled_at = clock_timestamp()
             WHERE code = ?
            """;

    private static final String PENDING_OF_SESSION = """
            SELECT count(*) AS pending
              FROM ticket_order
             WHERE session_id = ?
               AND state = 'PENDING'
            """;

    private static final String ISSUE = """
            WITH issued AS (
                INSERT INTO ticket (id, order_code, event_id, seat_id, position, label, category_id, category, amount,
                                    discount, fee, holder_name, state, issued_at)
                SELECT gen_random_uuid(), order_code, ?, seat_id, position, label, category_id, category, amount,
                       discount, fee, attendee, 'VALID', clock_timestamp()
                  FROM order_line
                 WHERE order_code = ?
                RETURNING *
            )
            SELECT *
              FROM issued
             ORDER BY position
            """;

    private static final String VOID_TICKETS = """
            UPDATE ticket
               SET state = 'CANCELLED', cancelled_at = clock_timestamp(), void_reason = ?
             WHERE id = ANY (?::text[]::uuid[])
               AND state = 'VALID'
            """;

    private static final String TICKETS = """
            SELECT id, seat_id, label, category, amount, discount, fee, holder_name, holder_email, void_reason
              FROM ticket
             WHERE order_code = ?
             ORDER BY position, issued_at, replaces NULLS FIRST
            """;

    private static final String ORGANIZATION_OF = """
            SELECT event.organization_id
              FROM ticket_order
              JOIN event ON event.id = ticket_order.event_id
             WHERE ticket_order.code = ?
            """;

    private static final String CODE_OF_TICKET = """
            SELECT order_code
              FROM ticket
             WHERE id = ?
            """;

    private static final String EVENT_MOMENT = """
            SELECT state = 'CANCELLED' AS cancelled, starts_at <= clock_timestamp() AS begun
              FROM event
             WHERE id = ?
            """;

    private final Database database;

    OrderStore(Database database) {
        this.database = database;
    }

    Optional<TicketOrder> find(String code) {
        return database.first(FIND, OrderRow::read, code).map(this::toOrder);
    }

    /** The order of that code, if that is what opens it. */
    Optional<TicketOrder> find(String code, byte[] secretDigest) {
        return database.first(FIND_OPENED, OrderRow::read, code, secretDigest).map(this::toOrder);
    }

    Optional<TicketOrder> findRepeated(UUID holdId, String idempotencyKey) {
        return database.first(FIND_BY_HOLD, OrderRow::read, holdId, idempotencyKey).map(this::toOrder);
    }

    Optional<TicketOrder> findByPayment(UUID paymentId) {
        return database.first(FIND_BY_PAYMENT, OrderRow::read, paymentId).map(this::toOrder);
    }

    /** Locks the order and reads it as it is then; the session was locked before. */
    TicketOrder lock(String code) {
        return database.first(LOCK, OrderRow::read, code).map(this::toOrder).orElseThrow();
    }

    /** The order and its lines in one statement. */
    void insert(TicketOrder.Facts order, List<OrderLine> lines, Keys keys) {
        var bill = order.bill();
        var seats = lines.stream().map(OrderLine::seat).toList();
        database.update(INSERT, order.code(), keys.secretDigest(), order.sessionId(), order.holdId(), order.eventId(),
                order.buyer().name(), order.buyer().email(), keys.emailDigest(), order.seats(), bill.total(),
                bill.discount(), bill.fee(), bill.taxBasisPoints(), order.promoCode(), order.currency(),
                keys.idempotencyKey(), order.createdAt(), seats.stream().map(HeldSeat::id).toList(),
                texts(seats, HeldSeat::position), seats.stream().map(HeldSeat::label).toList(),
                seats.stream().map(HeldSeat::categoryId).toList(), seats.stream().map(HeldSeat::category).toList(),
                texts(seats, HeldSeat::amount), texts(lines, OrderLine::discount), texts(lines, OrderLine::fee),
                lines.stream().map(line -> line.attendee().orElse(null)).toList());
    }

    private static <T> List<String> texts(List<T> items, ToIntFunction<T> figure) {
        return items.stream().map(item -> Integer.toString(figure.applyAsInt(item))).toList();
    }

    void settle(String code, String state) {
        database.update(SETTLE, state, code);
    }

    int pendingOf(UUID sessionId) {
        return database.first(PENDING_OF_SESSION, row -> row.number("pending"), sessionId).orElseThrow();
    }

    /** The tickets of a paid order, in the order of their seats. */
    List<Ticket> issueTickets(TicketOrder.Facts order) {
        return database.list(ISSUE, OrderStore::toTicket, order.eventId(), order.code());
    }

    void voidTickets(List<Ticket> tickets, VoidReason reason) {
        database.update(VOID_TICKETS, reason, tickets.stream().map(ticket -> ticket.id().toString()).toList());
    }

    Optional<String> organizationOf(String code) {
        return database.first(ORGANIZATION_OF, row -> row.text("organization_id"), code);
    }

    Optional<String> codeOfTicket(UUID ticketId) {
        return database.first(CODE_OF_TICKET, row -> row.text("order_code"), ticketId);
    }

    EventMoment eventMoment(String eventId) {
        return database.first(EVENT_MOMENT, row -> new EventMoment(row.flag("cancelled"), row.flag("begun")), eventId)
                .orElseThrow();
    }

    /** What opens an order, tells its buyer again, and tells a repeated request. */
    record Keys(byte[] secretDigest, byte[] emailDigest, String idempotencyKey) {}

    /** What an order must know of its event when it is settled or taken back. */
    record EventMoment(boolean cancelled, boolean begun) {}

    private TicketOrder toOrder(OrderRow row) {
        return row.toOrder(() -> database.list(TICKETS, OrderStore::toTicket, row.facts().code()));
    }

    private static Ticket toTicket(Row row) throws SQLException {
        var email = row.optionalText("holder_email");
        return new Ticket(row.uuid("id"), row.text("seat_id"), row.text("label"), row.text("category"),
                row.number("amount"), row.number("discount"), row.number("fee"),
                row.optionalText("holder_name").map(name -> new Ticket.Holder(name, email)),
                row.optionalText("void_reason").map(VoidReason::valueOf));
    }
}
