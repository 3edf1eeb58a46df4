package ticketing.availability;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Reads the states of all seats of an event. */
@ApplicationScoped
class SnapshotStore {

    private static final String SNAPSHOT = """
            SELECT string_agg(CASE WHEN state = 'HELD' AND held_until > clock_timestamp() THEN 'H'
                                   WHEN state = 'SOLD' THEN 'S'
                                   WHEN state = 'BLOCKED' THEN 'B'
                                   ELSE 'F' END, '' ORDER BY position) AS seats
              FROM seat_state
             WHERE event_id = ?
            """;

    private final Database database;

    SnapshotStore(Database database) {
        this.database = database;
    }

    String letters(String event) {
        return database.first(SNAPSHOT, row -> row.optionalText("seats").orElse(""), event).orElseThrow();
    }
}
