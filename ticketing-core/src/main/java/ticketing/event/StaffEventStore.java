package ticketing.event;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** Reads the events of organizations, the latest to take place first. */
@ApplicationScoped
class StaffEventStore {

    /** A place to stand is a row of the plan as a seat is, and the categories know how many they have. */
    private static final String EVENTS = """
            SELECT e.id, e.organization_id, o.name AS organizer, e.title, e.genre, e.starts_at, e.state, e.gated,
                   e.sales_from, e.sales_until, v.id AS venue_id, v.name AS venue_name, v.city, v.timezone,
                   (SELECT coalesce(sum(c.seats), 0) FROM plan_category c WHERE c.plan_id = e.plan_id) AS seats,
                   coalesce(l.seats_free, 0) AS free
              FROM event e
              JOIN organization o ON o.id = e.organization_id
              JOIN venue v ON v.id = e.venue_id
              LEFT JOIN event_listing l ON l.event_id = e.id
             WHERE (? OR e.organization_id = ANY (?))
               AND (?::text IS NULL OR e.state = ?::text)
               AND (?::text IS NULL OR e.title ILIKE '%' || ?::text || '%' ESCAPE '\\')
               AND (?::timestamptz IS NULL OR (e.starts_at, e.id) < (?::timestamptz, ?::text))
             ORDER BY e.starts_at DESC, e.id DESC
             LIMIT ?
            """;

    private final Database database;

    StaffEventStore(Database database) {
        this.database = database;
    }

    List<EventLine> of(Wanted wanted) {
        var state = wanted.state().map(EventState::name).orElse(null);
        var words = wanted.words().map(text -> text.replaceAll("([%_\\\\])", "\\\\$1")).orElse(null);
        var at = wanted.behind().map(position -> position.split(" ")[0]).orElse(null);
        var id = wanted.behind().map(position -> position.split(" ")[1]).orElse(null);
        return database.list(EVENTS, StaffEventStore::line, wanted.organizations().isEmpty(),
                wanted.organizations().orElse(List.of()), state, state, words, words, at, at, id, wanted.rows());
    }

    private static EventLine line(Row row) throws SQLException {
        return new EventLine(row.text("id"), row.text("organization_id"), row.text("organizer"), row.text("title"),
                row.text("genre"), row.instant("starts_at"),
                new EventLine.Place(row.text("venue_id"), row.text("venue_name"), row.text("city"),
                        row.text("timezone")),
                EventState.valueOf(row.text("state")), row.flag("gated"), row.instant("sales_from"),
                row.instant("sales_until"), row.longNumber("seats"), row.longNumber("free"));
    }

    /**
     * @param organizations whose events; empty for all
     * @param behind        the position of the line before the first; empty from the beginning
     */
    record Wanted(Optional<List<String>> organizations, Optional<EventState> state, Optional<String> words,
            Optional<String> behind, int rows) {}
}
