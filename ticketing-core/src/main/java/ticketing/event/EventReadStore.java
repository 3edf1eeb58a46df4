package ticketing.event;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.money.Money;

/** Reads an event with all that is shown of it. */
@ApplicationScoped
class EventReadStore {

    private static final String EVENT = """
            SELECT e.id, e.organization_id, o.name AS organizer, e.title, e.description, e.genre, e.starts_at, e.plan_id,
                   e.state, e.gated, e.currency, e.sales_from, e.sales_until, e.hold_seconds, e.max_seats_per_order,
                   e.max_seats_per_buyer, e.return_delay_seconds, e.version, clock_timestamp() AS now,
                   v.id AS venue_id, v.name AS venue_name, v.address, v.city, v.country, v.timezone,
                   i.digest, i.width, i.height, i.alternative
              FROM event e
              JOIN organization o ON o.id = e.organization_id
              JOIN venue v ON v.id = e.venue_id
              LEFT JOIN event_picture i ON i.event_id = e.id
             WHERE e.id = ?
            """;

    /** A draft has no seats of its own yet: none is free. A hold past its deadline holds nothing. */
    private static final String CATEGORIES = """
            SELECT c.id, c.name, c.color, c.amount, p.seats, coalesce(s.free, 0) AS free,
                   greatest(c.sales_from, e.sales_from) AS sales_from,
                   least(c.sales_until, e.sales_until) AS sales_until,
                   EXISTS (SELECT FROM plan_seat a
                            WHERE a.plan_id = p.plan_id AND a.category = c.name AND a.accessible) AS accessible
              FROM event e
              JOIN price_category c ON c.event_id = e.id
              JOIN plan_category p ON p.plan_id = e.plan_id AND p.id = c.id
              LEFT JOIN (SELECT category_id, count(*) AS free
                           FROM seat_state
                          WHERE event_id = ?
                            AND (state = 'FREE' OR state = 'HELD' AND held_until <= clock_timestamp())
                          GROUP BY category_id) s ON s.category_id = c.id
             WHERE e.id = ?
             ORDER BY c.position
            """;

    private final Database database;

    EventReadStore(Database database) {
        this.database = database;
    }

    Optional<EventView> find(String event) {
        return database.first(EVENT, row -> view(row, categories(event, row.text("currency"))), event);
    }

    private List<EventView.Category> categories(String event, String currency) {
        return database.list(CATEGORIES, row -> new EventView.Category(row.text("id"), row.text("name"),
                row.text("color"), new Money(row.number("amount"), currency), row.longNumber("seats"),
                row.longNumber("free"), row.flag("accessible"), row.instant("sales_from"),
                row.instant("sales_until")), event, event);
    }

    private static EventView view(Row row, List<EventView.Category> categories) throws SQLException {
        var id = row.text("id");
        var gated = row.flag("gated");
        var state = EventState.valueOf(row.text("state"));
        return new EventView(id, row.text("organization_id"), row.text("organizer"), row.text("title"),
                row.text("description"), row.text("genre"), picture(row, id), row.instant("starts_at"), place(row),
                row.text("plan_id"),
                state, gated, gated ? "/queue/" + id : null, row.text("currency"), row.instant("sales_from"),
                row.instant("sales_until"), saleState(row, state, categories), row.number("hold_seconds"),
                row.number("max_seats_per_order"), row.number("max_seats_per_buyer"),
                row.number("return_delay_seconds"), categories,
                row.longNumber("version"));
    }

    private static EventPicture picture(Row row, String event) throws SQLException {
        var digest = row.text("digest");
        return digest == null
                ? null
                : EventPicture.of(event, digest, row.number("width"), row.number("height"), row.text("alternative"));
    }

    private static EventView.Place place(Row row) throws SQLException {
        return new EventView.Place(row.text("venue_id"), row.text("venue_name"), row.text("address"), row.text("city"),
                row.text("country"), row.text("timezone"));
    }

    private static SaleState saleState(Row row, EventState state, List<EventView.Category> categories)
            throws SQLException {
        var free = categories.stream().anyMatch(category -> category.free() > 0);
        return SaleState.of(state, new SaleState.Window(row.instant("sales_from"), row.instant("sales_until")), free,
                row.instant("now"));
    }
}
