package ticketing.order;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** How many seats of an event a buyer has: the event counter that is locked after the session and before the seats. */
@ApplicationScoped
class BuyerShareStore {

    /** Counts and claims in one step; nothing is claimed when it would be more than the event allows. */
    private static final String CLAIM = """
            INSERT INTO buyer_share AS share (event_id, email_digest, seats)
            SELECT id, ?, ?
              FROM event
             WHERE id = ?
               AND state = 'PUBLISHED'
               AND ? <= max_seats_per_buyer
                ON CONFLICT (event_id, email_digest) DO UPDATE
               SET seats = share.seats + excluded.seats
             WHERE share.seats + excluded.seats
                   <= (SELECT max_seats_per_buyer FROM event WHERE id = excluded.event_id)
            """;

    private static final String LEFT = """
            SELECT event.max_seats_per_buyer - coalesce(share.seats, 0) AS seats_left
              FROM event
              LEFT JOIN buyer_share AS share ON share.event_id = event.id AND share.email_digest = ?
             WHERE event.id = ?
               AND event.state = 'PUBLISHED'
            """;

    private static final String LOCK = """
            SELECT share.seats
              FROM buyer_share AS share
              JOIN ticket_order ON ticket_order.event_id = share.event_id
                               AND ticket_order.email_digest = share.email_digest
             WHERE ticket_order.code = ?
               FOR UPDATE OF share
            """;

    private static final String RETURN = """
            UPDATE buyer_share
               SET seats = seats - ?
             WHERE event_id = ?
               AND email_digest = ?
            """;

    private static final String GIVE_BACK = """
            UPDATE buyer_share AS share
               SET seats = share.seats - ?
              FROM ticket_order
             WHERE ticket_order.code = ?
               AND share.event_id = ticket_order.event_id
               AND share.email_digest = ticket_order.email_digest
            """;

    private final Database database;

    BuyerShareStore(Database database) {
        this.database = database;
    }

    boolean claim(String eventId, byte[] emailDigest, int seats) {
        return database.update(CLAIM, emailDigest, seats, eventId, seats) == 1;
    }

    /** What the buyer may still have; empty when the event is not on sale any more. */
    Optional<Integer> left(String eventId, byte[] emailDigest) {
        return database.first(LEFT, row -> row.number("seats_left"), emailDigest, eventId);
    }

    void lockOf(String orderCode) {
        database.list(LOCK, row -> row.number("seats"), orderCode);
    }

    void giveBack(String eventId, byte[] emailDigest, int seats) {
        database.update(RETURN, seats, eventId, emailDigest);
    }

    /** So many seats of an order, whose share is locked. */
    void giveBack(String orderCode, int seats) {
        database.update(GIVE_BACK, seats, orderCode);
    }
}
