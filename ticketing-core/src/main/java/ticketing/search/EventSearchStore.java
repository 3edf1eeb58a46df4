package ticketing.search;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.event.EventState;
import ticketing.event.SaleState;
import ticketing.money.Money;

/** Finds events for fans. */
@ApplicationScoped
class EventSearchStore {

    /**
     * The page is cut out first; what is dear to know, such as the number of free seats, is asked for its events only.
     * The position goes out as text and comes back as it was.
     */
    private static final String PAGE = """
            SELECT page.*, free.seats AS seats_free,
                   EXISTS (SELECT FROM plan_seat a WHERE a.plan_id = page.plan_id AND a.accessible) AS accessible
              FROM (SELECT e.id, e.title, e.genre, e.starts_at, e.plan_id, e.gated, e.currency, e.sales_from,
                           e.sales_until, clock_timestamp() AS now, o.name AS organizer, v.id AS venue_id,
                           v.name AS venue_name, v.city, v.country, v.timezone, p.lowest, p.highest,
                           %1$s AS sorted_by, (%1$s)::text AS position
                      FROM event e
                      JOIN venue v ON v.id = e.venue_id
                      JOIN organization o ON o.id = e.organization_id
                     CROSS JOIN LATERAL (SELECT coalesce(min(amount), 0)::bigint AS lowest,
                                                coalesce(max(amount), 0)::bigint AS highest
                                           FROM price_category c
                                          WHERE c.event_id = e.id) p
                     WHERE %2$s
                     ORDER BY %3$s
                     LIMIT ?) page
             CROSS JOIN LATERAL (SELECT count(*) AS seats
                                   FROM seat_state s
                                  WHERE s.event_id = page.id
                                    AND (s.state = 'FREE' OR s.state = 'HELD' AND s.held_until <= page.now)) free
             ORDER BY %3$s
            """;

    private static final String VALUES = """
            SELECT %1$s AS value, count(*) AS events
              FROM event e
              JOIN venue v ON v.id = e.venue_id
              JOIN organization o ON o.id = e.organization_id
             WHERE %2$s
             GROUP BY %1$s
             ORDER BY events DESC, value
             LIMIT 50
            """;

    private final Database database;

    EventSearchStore(Database database) {
        this.database = database;
    }

    /** Where a page goes on: the last event of the page before. */
    record Position(String value, String id) {}

    List<FoundEvent> page(EventFilter filter, EventSort sort, Optional<Position> after, int limit) {
        var conditions = Conditions.of(filter);
        after.ifPresent(position -> conditions.add(sort.behind(), position.value(), position.id()));
        var sql = PAGE.formatted(sort.expression(), conditions.sql(), sort.order("sorted_by"));
        return database.list(sql, EventSearchStore::found, conditions.values(limit));
    }

    List<FacetValue> values(Facet facet, EventFilter filter) {
        var conditions = Conditions.of(filter.without(facet));
        return database.list(VALUES.formatted(facet.column(), conditions.sql()),
                row -> new FacetValue(row.text("value"), row.longNumber("events")), conditions.values());
    }

    private static FoundEvent found(Row row) throws SQLException {
        var id = row.text("id");
        var gated = row.flag("gated");
        var currency = row.text("currency");
        var free = row.longNumber("seats_free");
        var window = new SaleState.Window(row.instant("sales_from"), row.instant("sales_until"));
        return new FoundEvent(id, row.text("title"), row.text("genre"), row.instant("starts_at"),
                new FoundEvent.Place(row.text("venue_id"), row.text("venue_name"), row.text("city"),
                        row.text("country"), row.text("timezone")),
                row.text("organizer"), gated, gated ? "/queue/" + id : null,
                new FoundEvent.PriceRange(new Money(row.longNumber("lowest"), currency),
                        new Money(row.longNumber("highest"), currency)),
                SaleState.of(EventState.PUBLISHED, window, free > 0, row.instant("now")), free,
                row.flag("accessible"), row.text("position"));
    }
}
