package ticketing.hold;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Looks for free seats without locking them: what it finds is a proposal that locks confirm or refute. */
@ApplicationScoped
class BestSeatStore {

    private static final String CATEGORY = """
            SELECT id
              FROM price_category
             WHERE event_id = ?
               AND (id = ? OR name = ?)
             ORDER BY id = ? DESC
             LIMIT 1
            """;

    private static final String CATEGORIES = """
            SELECT id
              FROM price_category
             WHERE event_id = ?
             ORDER BY position
            """;

    /**
     * Runs of free neighbours in one row, best first. Neighbours have consecutive positions, so within a row the
     * position minus the rank among the free seats is the same for all seats of one run.
     */
    private static final String RUNS = """
            WITH free AS (
                SELECT state.seat_id, state.position, seat.zone, seat.row_label,
                       state.position - row_number() OVER (PARTITION BY seat.zone, seat.row_label
                                                               ORDER BY state.position) AS run
                  FROM seat_state AS state
                  JOIN plan_seat AS seat ON seat.plan_id = ? AND seat.seat_id = state.seat_id
                 WHERE state.event_id = ?
                   AND state.category_id = ?
                   AND (state.state = 'FREE' OR state.state = 'HELD' AND state.held_until <= clock_timestamp())
            )
            SELECT array_to_string((array_agg(seat_id ORDER BY position))[1:?], E'\\n') AS seats
              FROM free
             GROUP BY zone, row_label, run
            HAVING count(*) >= ?
             ORDER BY min(position)
             LIMIT ?
            """;

    private static final String SCATTERED = """
            SELECT seat_id AS seats
              FROM seat_state
             WHERE event_id = ?
               AND category_id = ?
               AND (state = 'FREE' OR state = 'HELD' AND held_until <= clock_timestamp())
             ORDER BY position
             LIMIT ?
            """;

    private static final int PROPOSALS = 16;

    private final Database database;

    BestSeatStore(Database database) {
        this.database = database;
    }

    /** The category's id, named by its id or by its name. */
    List<String> category(String eventId, String category) {
        return database.list(CATEGORY, row -> row.text("id"), eventId, category, category, category);
    }

    /** All of the event's, in the plan's order. */
    List<String> categories(String eventId) {
        return database.list(CATEGORIES, row -> row.text("id"), eventId);
    }

    /** So many seats side by side, in the best places first. */
    List<List<String>> together(EventSale sale, String categoryId, int quantity) {
        return database.list(RUNS, row -> List.of(row.text("seats").split("\n")), sale.planId(), sale.eventId(),
                categoryId, quantity, quantity, PROPOSALS);
    }

    /** So many seats anywhere; fewer when there are no more. */
    List<String> scattered(EventSale sale, String categoryId, int quantity) {
        return database.list(SCATTERED, row -> row.text("seats"), sale.eventId(), categoryId, quantity);
    }
}
