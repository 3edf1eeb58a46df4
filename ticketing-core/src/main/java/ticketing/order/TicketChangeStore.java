package ticketing.order;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** What becomes of single tickets. */
@ApplicationScoped
class TicketChangeStore {

    /** The lock that scans of the ticket take too: nobody goes in with it while it is being replaced. */
    private static final String LOCK = """
            SELECT id
              FROM ticket
             WHERE id = ?
               FOR UPDATE
            """;

    private static final String INSIDE = """
            SELECT direction = 'IN' AS inside
              FROM check_in
             WHERE ticket_id = ?
               AND outcome = 'ACCEPTED'
             ORDER BY id DESC
             LIMIT 1
            """;

    private static final String VOID = """
            UPDATE ticket
               SET state = 'CANCELLED', cancelled_at = clock_timestamp(), void_reason = 'REPLACED'
             WHERE id = ?
            """;

    /** The same right under another id, and therefore with another code. It was sold when the first one was. */
    private static final String REPLACE = """
            INSERT INTO ticket (id, order_code, event_id, seat_id, position, label, category_id, category, amount,
                                discount, fee, state, issued_at, holder_name, holder_email, replaces)
            SELECT gen_random_uuid(), order_code, event_id, seat_id, position, label, category_id, category, amount,
                   discount, fee, 'VALID', issued_at, ?, ?, id
              FROM ticket
             WHERE id = ?
            RETURNING id
            """;

    private final Database database;

    TicketChangeStore(Database database) {
        this.database = database;
    }

    /** Whether somebody is inside with the ticket, which is locked from then on. */
    boolean lockedAndInside(UUID ticket) {
        database.list(LOCK, row -> row.uuid("id"), ticket);
        return database.first(INSIDE, row -> row.flag("inside"), ticket).orElse(false);
    }

    /** The id of the ticket that stands for the seat from now on. */
    UUID replace(UUID ticket, Ticket.Holder holder) {
        database.update(VOID, ticket);
        return database.first(REPLACE, row -> row.uuid("id"), holder.name(), holder.email(), ticket).orElseThrow();
    }
}
