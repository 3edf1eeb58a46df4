package ticketing.hold;

import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** Looks for free seats without locking them: what it finds is a proposal that locks confirm or refute. */
@ApplicationScoped
class BestSeatStore {

    private static final String KNOWS = """
            SELECT id
              FROM price_category
             WHERE event_id = ?
               AND (id = ? OR name = ?)
             LIMIT 1
            """;

    private static final String CATEGORIES = """
            SELECT id
              FROM price_category
             WHERE event_id = ?
             ORDER BY position
            """;

    /**
     * The next free seats in the order of preference: a walk along an index in which sold seats do not stand, so that
     * it costs the same for any number of seats and at any point of the sale.
     */
    private static final String NEXT = """
            SELECT state.seat_id, state.position, seat.zone || chr(10) || seat.row_label AS row,
                   coalesce(seat.remoteness, state.position) AS remoteness, seat.accessible, seat.companion
              FROM seat_state AS state
              JOIN plan_seat AS seat ON seat.plan_id = ? AND seat.seat_id = state.seat_id
             WHERE state.event_id = ?
               AND state.category_id = (SELECT id
                                          FROM price_category
                                         WHERE event_id = ?
                                           AND (id = ? OR name = ?)
                                         ORDER BY id = ? DESC
                                         LIMIT 1)
               AND state.area_id IS NULL
               AND %s
             ORDER BY coalesce(state.preference, state.position)
             LIMIT ?
            """;

    private static final String NEXT_FREE = NEXT.formatted("state.state = 'FREE'");

    /** All that is free, seats included whose hold ran out and nobody wrote it down yet (T2). */
    private static final String ALL_FREE = NEXT.formatted(
            "(state.state = 'FREE' OR state.state = 'HELD' AND state.held_until <= clock_timestamp())");

    /** Enough for several rows, and read in a millisecond. */
    private static final int A_FEW_ROWS = 400;
    private static final int MOST = 50_000;

    private final Database database;

    BestSeatStore(Database database) {
        this.database = database;
    }

    /** Whether the event has the category, named by its id or by its name. */
    boolean knows(EventSale sale, String category) {
        return !database.list(KNOWS, row -> row.text("id"), sale.eventId(), category, category).isEmpty();
    }

    /** All of the event's, in the plan's order. */
    List<String> categories(String eventId) {
        return database.list(CATEGORIES, row -> row.text("id"), eventId);
    }

    /** Free seats of the best rows; a row of which there may be more than was read is left out. */
    List<FreeSeat> nextFree(EventSale sale, String category) {
        var seats = read(NEXT_FREE, sale, category, A_FEW_ROWS);
        if (seats.size() < A_FEW_ROWS) {
            return seats;
        }
        var last = seats.getLast().row();
        return seats.stream().filter(seat -> !seat.row().equals(last)).toList();
    }

    List<FreeSeat> allFree(EventSale sale, String category) {
        return read(ALL_FREE, sale, category, MOST);
    }

    private List<FreeSeat> read(String sql, EventSale sale, String category, int most) {
        return database.list(sql, BestSeatStore::seat, sale.planId(), sale.eventId(), sale.eventId(), category,
                category, category, most);
    }

    private static FreeSeat seat(Row row) throws SQLException {
        return new FreeSeat(row.text("seat_id"), row.number("position"), row.text("row"), row.decimal("remoteness"),
                row.flag("accessible"), row.flag("companion"));
    }
}
