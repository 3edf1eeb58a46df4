package ticketing.availability;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.money.Money;

/** Reads the seats' states for the views. */
@ApplicationScoped
class SeatStateStore {

    /**
     * A change is stamped when it is written and seen when it is committed, which may be later. Looking from the start
     * of the oldest transaction that still runs misses none. Transactions older than the datasource's
     * transaction_timeout are not ours: a backup must not make us read all seats again and again.
     */
    private static final String WATERMARK = """
            SELECT clock_timestamp() AS now, least(clock_timestamp(), min(xact_start)) AS complete
              FROM pg_stat_activity
             WHERE datname = current_database()
               AND backend_type = 'client backend'
               AND pid <> pg_backend_pid()
               AND xact_start > clock_timestamp() - interval '30 seconds'
            """;

    private static final String CHANGED = """
            SELECT event_id, position, state, held_until, changed_at
              FROM seat_state
             WHERE event_id = ANY (?)
               AND changed_at >= ?
            """;

    private static final String ALL = """
            SELECT s.event_id, s.seat_id, s.position, s.category_id, s.area_id, s.state, s.held_until,
                   s.changed_at
              FROM seat_state s
              JOIN event e ON e.id = s.event_id AND e.state <> 'DRAFT'
             WHERE s.event_id = ?
             ORDER BY s.position
            """;

    private static final String CATEGORIES = """
            SELECT c.event_id, c.id, c.name, c.color, c.amount, e.currency
              FROM price_category c
              JOIN event e ON e.id = c.event_id AND e.state <> 'DRAFT'
             WHERE c.event_id = ANY (?)
             ORDER BY c.event_id, c.position
            """;

    /** The next sales first. */
    private static final String GATED = """
            SELECT id
              FROM event
             WHERE state = 'PUBLISHED'
               AND gated
               AND sales_until > clock_timestamp()
             ORDER BY sales_from, id
             LIMIT ?
            """;

    private final Database database;

    SeatStateStore(Database database) {
        this.database = database;
    }

    Watermark watermark() {
        return database.first(WATERMARK, row -> new Watermark(row.instant("now"), row.instant("complete")))
                .orElseThrow();
    }

    /** Rows written since a moment, by event. */
    Map<String, List<SeatRow>> changed(Collection<String> events, Instant since) {
        var changed = new HashMap<String, List<SeatRow>>();
        database.list(CHANGED, row -> changed.computeIfAbsent(row.text("event_id"), event -> new ArrayList<>())
                .add(seat(row)), events, since);
        return changed;
    }

    /** A view of the event as it is now; empty when there is no such event, or none that the public may see. */
    Optional<AvailabilityView> load(String event) {
        var categories = categories(List.of(event)).get(event);
        if (categories == null) {
            return Optional.empty();
        }
        var indexes = new HashMap<String, Integer>();
        categories.forEach(category -> indexes.put(category.id(), indexes.size()));
        var watermark = watermark();
        var ids = new ArrayList<String>();
        var categoryOf = new ArrayList<Integer>();
        var areas = new ArrayList<String>();
        var areaOf = new ArrayList<Integer>();
        var rows = database.list(ALL, row -> {
            ids.add(row.text("seat_id"));
            categoryOf.add(indexes.get(row.text("category_id")));
            row.optionalText("area_id").ifPresent(area -> areaOf.add(indexOf(area, areas)));
            return seat(row);
        }, event);
        var map = new SeatMap(List.copyOf(ids), numbers(categoryOf), ids.size() - areaOf.size(), List.copyOf(areas),
                numbers(areaOf));
        return Optional.of(new AvailabilityView(map, categories, rows, watermark));
    }

    private static int indexOf(String area, List<String> areas) {
        if (areas.isEmpty() || !areas.getLast().equals(area)) {
            areas.add(area); // the places of one area stand together
        }
        return areas.size() - 1;
    }

    private static int[] numbers(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }

    Map<String, List<SeatCategory>> categories(Collection<String> events) {
        var categories = new HashMap<String, List<SeatCategory>>();
        database.list(CATEGORIES, row -> categories.computeIfAbsent(row.text("event_id"), event -> new ArrayList<>())
                .add(new SeatCategory(row.text("id"), row.text("name"), row.text("color"),
                        new Money(row.number("amount"), row.text("currency")))),
                events);
        return categories;
    }

    List<String> gatedOnSale(int most) {
        return database.list(GATED, row -> row.text("id"), most);
    }

    private static SeatRow seat(Row row) throws SQLException {
        return new SeatRow(row.number("position"), SeatState.valueOf(row.text("state")),
                row.optionalInstant("held_until").orElse(null), row.instant("changed_at"));
    }
}
