package ticketing.order;

import java.sql.SQLException;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** The event of an order, as it is printed on its tickets. */
@ApplicationScoped
class OrderEventStore {

    private static final String FIND = """
            SELECT event.id, event.title, event.starts_at, venue.name, venue.address, venue.city, venue.country,
                   venue.timezone
              FROM event
              JOIN venue ON venue.id = event.venue_id
             WHERE event.id = ?
            """;

    private final Database database;

    OrderEventStore(Database database) {
        this.database = database;
    }

    OrderDetails.EventDetails find(String eventId) {
        return database.first(FIND, OrderEventStore::toEvent, eventId).orElseThrow();
    }

    private static OrderDetails.EventDetails toEvent(Row row) throws SQLException {
        return new OrderDetails.EventDetails(row.text("id"), row.text("title"), row.instant("starts_at"),
                row.text("name"), row.text("address"), row.text("city"), row.text("country"),
                ZoneId.of(row.text("timezone")));
    }
}
