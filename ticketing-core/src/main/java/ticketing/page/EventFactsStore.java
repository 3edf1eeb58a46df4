package ticketing.page;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.event.EventPicture;
import ticketing.event.EventState;

/** Reads what the pages say about concerts. Drafts do not exist for it. */
@ApplicationScoped
class EventFactsStore {

    /** Prices come by a lateral aggregate: one row per event, however many categories it has. */
    private static final String FACTS = """
            SELECT event.id, event.title, event.description, event.genre, event.state, event.starts_at, event.currency,
                   event.sales_from, coalesce(listing.seats_free, 0) > 0 AS seats_left,
                   organization.name AS organizer, venue.name, venue.address, venue.city, venue.country, venue.timezone,
                   price.lowest, price.highest, picture.digest, picture.width, picture.height,
                   picture.alternative
              FROM event
              JOIN venue ON venue.id = event.venue_id
              JOIN organization ON organization.id = event.organization_id
              LEFT JOIN event_listing AS listing ON listing.event_id = event.id
              LEFT JOIN event_picture AS picture ON picture.event_id = event.id
             CROSS JOIN LATERAL (
                   SELECT coalesce(min(amount), 0) AS lowest, coalesce(max(amount), 0) AS highest
                     FROM price_category
                    WHERE price_category.event_id = event.id) AS price
            """;

    private static final String ONE = FACTS + """
             WHERE event.id = ?
               AND event.state <> 'DRAFT'
            """;

    private static final String UPCOMING = FACTS + """
             WHERE event.state = 'PUBLISHED'
               AND event.starts_at > ?
             ORDER BY event.starts_at, event.id
             LIMIT ?
            """;

    private static final String UPCOMING_IDS = """
            SELECT id
              FROM event
             WHERE state = 'PUBLISHED'
               AND starts_at > ?
             ORDER BY starts_at, id
             LIMIT ?
            """;

    private final DataSource database;

    EventFactsStore(DataSource database) {
        this.database = database;
    }

    Optional<EventFacts> find(String id) {
        return select(ONE, statement -> statement.setString(1, id)).stream().findFirst();
    }

    List<EventFacts> upcoming(Instant now, int most) {
        return select(UPCOMING, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setInt(2, most);
        });
    }

    private List<EventFacts> select(String query, Parameters parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            parameters.bind(statement);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<EventFacts>();
                while (rows.next()) {
                    found.add(read(rows));
                }
                return List.copyOf(found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the facts of events could not be read", e);
        }
    }

    private static EventFacts read(ResultSet row) throws SQLException {
        var venue = new EventFacts.Place(row.getString("name"), row.getString("address"), row.getString("city"),
                row.getString("country"), ZoneId.of(row.getString("timezone")));
        return new EventFacts(row.getString("id"), row.getString("title"), row.getString("description"),
                row.getString("genre"), EventState.valueOf(row.getString("state")),
                row.getTimestamp("starts_at").toInstant(), venue, row.getString("organizer"), row.getString("currency"),
                row.getLong("lowest"), row.getLong("highest"),
                new EventFacts.Sale(row.getTimestamp("sales_from").toInstant(), row.getBoolean("seats_left")),
                picture(row));
    }

    private static Optional<EventPicture> picture(ResultSet row) throws SQLException {
        var digest = row.getString("digest");
        return digest == null
                ? Optional.empty()
                : Optional.of(EventPicture.of(row.getString("id"), digest, row.getInt("width"), row.getInt("height"),
                        row.getString("alternative")));
    }

    /** The next concerts, by their ids alone. */
    List<String> upcomingIds(Instant now, int most) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(UPCOMING_IDS)) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setInt(2, most);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<String>();
                while (rows.next()) {
                    found.add(rows.getString("id"));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ids of events could not be read", e);
        }
    }

    private interface Parameters {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
