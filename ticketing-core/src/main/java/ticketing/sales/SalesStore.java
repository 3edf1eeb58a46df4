package ticketing.sales;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.sales.SalesFigures.CategoryFigures;
import ticketing.sales.SalesFigures.Interval;
import ticketing.sales.SalesFigures.Orders;
import ticketing.sales.SalesFigures.RowFigures;

/** Reads how a sale stands. */
@ApplicationScoped
class SalesStore {

    private static final String ORDERS = """
            SELECT count(*) FILTER (WHERE state = 'PAID') AS paid,
                   count(*) FILTER (WHERE state = 'PENDING') AS pending,
                   count(*) FILTER (WHERE state = 'DECLINED') AS declined,
                   count(*) FILTER (WHERE state = 'CANCELLED') AS cancelled,
                   count(*) FILTER (WHERE state = 'REFUNDED') AS refunded
              FROM ticket_order
             WHERE event_id = ?
            """;

    private static final String CATEGORIES = """
            SELECT c.id, c.name, coalesce(s.free, 0) AS free, coalesce(s.held, 0) AS held,
                   coalesce(s.sold, 0) AS sold, coalesce(s.blocked, 0) AS blocked,
                   coalesce(t.amount, 0) AS amount
              FROM price_category c
              LEFT JOIN (SELECT category_id,
                                count(*) FILTER (WHERE state = 'FREE'
                                                    OR state = 'HELD' AND held_until <= clock_timestamp()) AS free,
                                count(*) FILTER (WHERE state = 'HELD' AND held_until > clock_timestamp()) AS held,
                                count(*) FILTER (WHERE state = 'SOLD') AS sold,
                                count(*) FILTER (WHERE state = 'BLOCKED') AS blocked
                           FROM seat_state
                          WHERE event_id = ?
                          GROUP BY category_id) s ON s.category_id = c.id
              LEFT JOIN (SELECT category_id, sum(paid) AS amount
                           FROM ticket
                          WHERE event_id = ?
                            AND state = 'VALID'
                          GROUP BY category_id) t ON t.category_id = c.id
             WHERE c.event_id = ?
             ORDER BY c.position
            """;

    private static final String SERIES = """
            SELECT date_trunc(?, issued_at, 'UTC') AS interval_start, count(*) AS tickets, sum(paid) AS amount
              FROM ticket
             WHERE event_id = ?
               AND void_reason IS DISTINCT FROM 'REPLACED'
               AND issued_at >= ?
               AND issued_at < ?
             GROUP BY interval_start
             ORDER BY interval_start
            """;

    private static final String SOLD_SINCE = """
            SELECT since.position, count(ticket.id) AS tickets
              FROM unnest(?::text[]::timestamptz[]) WITH ORDINALITY AS since (at, position)
              LEFT JOIN ticket ON ticket.event_id = ?
                              AND ticket.state = 'VALID'
                              AND ticket.issued_at >= since.at
             GROUP BY since.position
             ORDER BY since.position
            """;

    private static final String HEAT_MAP = """
            SELECT p.zone, p.row_label, count(*) AS seats, count(*) FILTER (WHERE s.state = 'SOLD') AS sold
              FROM event e
              JOIN seat_state s ON s.event_id = e.id
              JOIN plan_seat p ON p.plan_id = e.plan_id AND p.seat_id = s.seat_id
             WHERE e.id = ?
             GROUP BY p.zone, p.row_label
             ORDER BY min(s.position)
            """;

    private final Database database;

    SalesStore(Database database) {
        this.database = database;
    }

    Orders orders(String event) {
        return database.first(ORDERS, row -> new Orders(row.longNumber("paid"), row.longNumber("pending"),
                row.longNumber("declined"), row.longNumber("cancelled"), row.longNumber("refunded")), event)
                .orElseThrow();
    }

    List<CategoryFigures> categories(String event, String currency) {
        return database.list(CATEGORIES, row -> new CategoryFigures(row.text("id"), row.text("name"),
                row.longNumber("free"), row.longNumber("held"), row.longNumber("sold"), row.longNumber("blocked"),
                new Takings(row.longNumber("amount"), currency)), event, event, event);
    }

    List<Interval> series(String event, String currency, Series wanted) {
        return database.list(SERIES, row -> new Interval(row.instant("interval_start"), row.longNumber("tickets"),
                new Takings(row.longNumber("amount"), currency)), wanted.step().name().toLowerCase(Locale.ROOT), event,
                wanted.from(), wanted.to());
    }

    /** Valid tickets of each of these spans up to now. */
    List<Long> soldInTheLast(String event, List<Duration> spans, Instant now) {
        return database.list(SOLD_SINCE, row -> row.longNumber("tickets"),
                spans.stream().map(span -> now.minus(span).toString()).toList(), event);
    }

    List<RowFigures> heatMap(String event) {
        return database.list(HEAT_MAP, row -> new RowFigures(row.text("zone"), row.text("row_label"),
                row.longNumber("seats"), row.longNumber("sold")), event);
    }

    /** Which part of the sale, and by what. */
    record Series(Step step, Instant from, Instant to) {}
}
