package ticketing.availability;

import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.money.Money;

/** Seats of an event one by one, for those who read lists rather than maps. */
@ApplicationScoped
class SeatListStore {

    private static final String LIST = """
            SELECT *
              FROM (SELECT s.seat_id, s.position, p.label, p.zone, p.row_label, p.number, s.category_id, c.amount,
                           e.currency, p.accessible, p.companion, p.restricted_view,
                           CASE WHEN s.state = 'HELD' AND s.held_until <= clock_timestamp() THEN 'FREE'
                                ELSE s.state END AS state
                      FROM event e
                      JOIN seat_state s ON s.event_id = e.id
                      JOIN plan_seat p ON p.plan_id = e.plan_id AND p.seat_id = s.seat_id
                      JOIN price_category c ON c.event_id = e.id AND c.id = s.category_id
                     WHERE e.id = ?
                       AND s.area_id IS NULL
                       AND s.position > ?
                       AND (?::text IS NULL OR ? IN (c.id, c.name))
                       AND (?::text IS NULL OR p.zone = ?)) seat
             WHERE ?::text IS NULL OR state = ?
             ORDER BY position
             LIMIT ?
            """;

    private final Database database;

    SeatListStore(Database database) {
        this.database = database;
    }

    /** Seats behind a position in the plan's order. */
    List<SeatView> list(String event, SeatSelection selection, long after, int limit) {
        var state = selection.state().map(SeatState::name);
        return database.list(LIST, SeatListStore::seat, event, after, selection.category(), selection.category(),
                selection.zone(), selection.zone(), state, state, limit);
    }

    private static SeatView seat(Row row) throws SQLException {
        return new SeatView(row.text("seat_id"), row.text("label"), row.text("zone"), row.text("row_label"),
                row.text("number"), row.text("category_id"), new Money(row.number("amount"), row.text("currency")),
                SeatState.valueOf(row.text("state")), row.flag("accessible"), row.flag("companion"),
                row.flag("restricted_view"), row.number("position"));
    }
}
