package ticketing.privacy;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.money.Money;
import ticketing.privacy.CustomerRecord.HeldTicketRecord;
import ticketing.privacy.CustomerRecord.OrderRecord;
import ticketing.privacy.CustomerRecord.PassageRecord;
import ticketing.privacy.CustomerRecord.TicketRecord;
import ticketing.privacy.CustomerRecord.WaitingRecord;

/** Finds what is kept of a buyer in the books of an organization, and takes the person out of them. */
@ApplicationScoped
class CustomerStore {

    private static final String ORDERS = """
            SELECT o.code, o.event_id, event.title, event.starts_at, o.state, o.buyer_name, o.buyer_email, o.seats,
                   o.amount, o.currency, o.created_at, payment.provider, payment.state AS payment_state
              FROM event
              JOIN ticket_order AS o ON o.event_id = event.id
              JOIN payment ON payment.order_code = o.code
             WHERE event.organization_id = ?
               AND lower(o.buyer_email) = ?
             ORDER BY o.created_at, o.code
            """;

    private static final String TICKETS = """
            SELECT id, label, category, state, issued_at, holder_name
              FROM ticket
             WHERE order_code = ?
             ORDER BY position
            """;

    private static final String PASSAGES = """
            SELECT scanned_at, direction, gate, outcome
              FROM check_in
             WHERE ticket_id = ?
             ORDER BY id
            """;

    /**
     * By event, because a buyer's share of an event is one row. An event whose orders are still needed keeps them: one that
     * waits for its payment, or one that lets somebody in at an event that is not over.
     */
    private static final String EVENTS = """
            SELECT o.event_id, o.email_digest,
                   bool_or(o.state = 'PENDING') AS pending,
                   bool_or(o.state = 'PAID' AND event.state <> 'CANCELLED'
                           AND event.starts_at > clock_timestamp() - interval '1 day') AS upcoming,
                   string_agg(o.code, ',' ORDER BY o.code) AS codes
              FROM event
              JOIN ticket_order AS o ON o.event_id = event.id
             WHERE event.organization_id = ?
               AND lower(o.buyer_email) = ?
             GROUP BY o.event_id, o.email_digest
             ORDER BY o.event_id
            """;

    /** The order in which orders lock them (T6): the share, then the orders. */
    private static final String ERASE_SHARE = """
            UPDATE buyer_share
               SET email_digest = ?
             WHERE event_id = ?
               AND email_digest = ?
            """;

    private static final String ERASE_ORDERS = """
            UPDATE ticket_order
               SET buyer_name = 'erased', buyer_email = 'erased@invalid', email_digest = ?
             WHERE code = ANY (?)
               AND state <> 'PENDING'
            """;

    /** By them a buyer would be told again. */
    private static final String ERASE_MARKS = """
            DELETE FROM buyer_mark
             WHERE order_code = ANY (?)
            """;

    private static final String ERASE_HOLDERS = """
            UPDATE ticket
               SET holder_name = NULL, holder_email = NULL
             WHERE order_code = ANY (?)
            """;

    private static final String ERASE_ATTENDEES = """
            UPDATE order_line
               SET attendee = NULL
             WHERE order_code = ANY (?)
               AND attendee IS NOT NULL
            """;

    private static final String HELD = """
            SELECT ticket.id, ticket.event_id, ticket.label, ticket.holder_name, ticket.state
              FROM event
              JOIN ticket ON ticket.event_id = event.id
             WHERE event.organization_id = ?
               AND lower(ticket.holder_email) = ?
             ORDER BY ticket.issued_at, ticket.id
            """;

    private static final String ERASE_HELD = """
            UPDATE ticket
               SET holder_name = 'erased', holder_email = NULL
              FROM event
             WHERE event.id = ticket.event_id
               AND event.organization_id = ?
               AND lower(ticket.holder_email) = ?
               AND (? OR ticket.state <> 'VALID' OR event.state = 'CANCELLED'
                    OR event.starts_at <= clock_timestamp() - interval '1 day')
            """;

    private static final String WAITING = """
            SELECT waiting.event_id, waiting.quantity, waiting.state, waiting.joined_at
              FROM event
              JOIN waiting_entry AS waiting ON waiting.event_id = event.id
             WHERE event.organization_id = ?
               AND lower(waiting.email) = ?
             ORDER BY waiting.joined_at
            """;

    /** An entry that has an offer ends by itself within minutes, and forgets the address then. */
    private static final String LEAVE_LISTS = """
            UPDATE waiting_entry AS waiting
               SET state = 'LEFT', email = NULL, email_digest = ?, passed_over = false, changed_at = clock_timestamp()
              FROM event
             WHERE event.id = waiting.event_id
               AND event.organization_id = ?
               AND lower(waiting.email) = ?
               AND waiting.state = 'WAITING'
            """;

    private static final String FORGET_MAILS = """
            DELETE FROM mail_task
             WHERE subject_id = ANY (?)
            """;

    private static final int DIGEST_BYTES = 32;

    private final Database database;
    private final SecureRandom random = new SecureRandom();

    CustomerStore(Database database) {
        this.database = database;
    }

    List<OrderRecord> orders(String organization, String email) {
        return database.list(ORDERS, this::order, organization, email);
    }

    List<EventOfCustomer> events(String organization, String email) {
        return database.list(EVENTS, row -> new EventOfCustomer(row.text("event_id"), row.bytes("email_digest"),
                row.flag("pending"), row.flag("upcoming"), List.of(row.text("codes").split(","))), organization, email);
    }

    /** Nothing leads back to the person afterwards; sums, seats and tickets stay, and so does the share of the event. */
    void erase(EventOfCustomer event) {
        var nobody = nobody();
        database.update(ERASE_SHARE, nobody, event.eventId(), event.digest());
        database.update(ERASE_ORDERS, nobody, event.codes());
        database.update(ERASE_MARKS, event.codes());
        database.update(ERASE_HOLDERS, event.codes());
        database.update(ERASE_ATTENDEES, event.codes());
        database.update(FORGET_MAILS, event.codes());
    }

    List<HeldTicketRecord> heldTickets(String organization, String email) {
        return database.list(HELD, row -> new HeldTicketRecord(row.uuid("id"), row.text("event_id"), row.text("label"),
                row.text("holder_name"), row.text("state")), organization, email);
    }

    List<WaitingRecord> waitingLists(String organization, String email) {
        return database.list(WAITING, row -> new WaitingRecord(row.text("event_id"), row.number("quantity"),
                row.text("state"), row.instant("joined_at")), organization, email);
    }

    /** What others bought for them, and what they wait for. */
    void eraseBesideOrders(String organization, String email, boolean upcomingToo) {
        database.update(ERASE_HELD, organization, email, upcomingToo);
        database.update(LEAVE_LISTS, nobody(), organization, email);
    }

    private byte[] nobody() {
        var nobody = new byte[DIGEST_BYTES];
        random.nextBytes(nobody);
        return nobody;
    }

    private OrderRecord order(Row row) throws SQLException {
        var code = row.text("code");
        return new OrderRecord(code, row.text("event_id"), row.text("title"), row.instant("starts_at"),
                row.text("state"), row.text("buyer_name"), row.text("buyer_email"), row.number("seats"),
                new Money(row.longNumber("amount"), row.text("currency")), row.instant("created_at"),
                row.text("provider"), row.text("payment_state"), tickets(code));
    }

    private List<TicketRecord> tickets(String order) {
        return database.list(TICKETS, row -> new TicketRecord(row.uuid("id"), row.text("label"), row.text("category"),
                row.text("state"), row.instant("issued_at"), row.optionalText("holder_name"), passages(row.uuid("id"))),
                order);
    }

    private List<PassageRecord> passages(UUID ticket) {
        return database.list(PASSAGES, row -> new PassageRecord(row.instant("scanned_at"), row.text("direction"),
                row.text("gate"), row.text("outcome")), ticket);
    }

    /** What a buyer has of one event. */
    record EventOfCustomer(String eventId, byte[] digest, boolean pending, boolean upcoming, List<String> codes) {

        EventOfCustomer {
            codes = List.copyOf(codes);
        }
    }
}
