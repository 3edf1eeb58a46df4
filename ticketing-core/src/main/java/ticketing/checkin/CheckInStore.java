package ticketing.checkin;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** The book of the gates. */
@ApplicationScoped
class CheckInStore {

    /** The lock makes scans of one ticket at several gates wait for each other. */
    private static final String LOCK_TICKET = """
            SELECT ticket.id, ticket.seat_id, ticket.label, ticket.category, ticket.state = 'VALID' AS valid,
                   ticket.void_reason IS NOT DISTINCT FROM 'REPLACED' AS replaced,
                   event.state = 'CANCELLED' AS event_cancelled
              FROM ticket
              JOIN event ON event.id = ticket.event_id
             WHERE ticket.id = ?
               AND ticket.event_id = ?
               FOR UPDATE OF ticket
            """;

    private static final String BY_NONCE = """
            SELECT id, ticket_id, direction, gate, outcome, scanned_at
              FROM check_in
             WHERE event_id = ?
               AND nonce = ?
            """;

    private static final String LAST_ACCEPTED = """
            SELECT direction, gate, scanned_at
              FROM check_in
             WHERE ticket_id = ?
               AND outcome = 'ACCEPTED'
               AND id < ?
             ORDER BY id DESC
             LIMIT 1
            """;

    private static final String ADD = """
            INSERT INTO check_in (event_id, ticket_id, nonce, direction, gate, outcome, scanned_at, received_at, staff_id)
            VALUES (?, ?, ?, ?, ?, ?, least(?, clock_timestamp()), clock_timestamp(), ?)
            ON CONFLICT ON CONSTRAINT check_in_nonce_unique DO NOTHING
            """;

    private static final String LIST = """
            SELECT check_in.id, ticket_id, ticket.label, direction, gate, outcome, scanned_at, received_at
              FROM check_in
              JOIN ticket ON ticket.id = check_in.ticket_id
             WHERE check_in.event_id = ?
               AND check_in.id < ?
             ORDER BY check_in.id DESC
             LIMIT ?
            """;

    private static final String INSIDE = """
            SELECT ticket_id
              FROM (SELECT DISTINCT ON (ticket_id) ticket_id, direction
                      FROM check_in
                     WHERE event_id = ?
                       AND outcome = 'ACCEPTED'
                     ORDER BY ticket_id, id DESC) last
             WHERE direction = 'IN'
             ORDER BY ticket_id
            """;

    private static final String CANCELLED = """
            SELECT id
              FROM ticket
             WHERE event_id = ?
               AND state = 'CANCELLED'
             ORDER BY id
            """;

    private static final String VALID_TICKETS = """
            SELECT count(*) AS tickets
              FROM ticket
             WHERE event_id = ?
               AND state = 'VALID'
            """;

    private static final String GATES = """
            SELECT gate,
                   count(*) FILTER (WHERE outcome = 'ACCEPTED' AND direction = 'IN') AS entered,
                   count(*) FILTER (WHERE outcome = 'ACCEPTED' AND direction = 'OUT') AS exited,
                   count(*) FILTER (WHERE outcome <> 'ACCEPTED') AS refused,
                   max(received_at) AS last_at
              FROM check_in
             WHERE event_id = ?
             GROUP BY gate
             ORDER BY gate
            """;

    private static final String ENTERED = """
            SELECT count(*) AS tickets
              FROM ticket
             WHERE event_id = ?
               AND state = 'VALID'
               AND EXISTS (SELECT
                             FROM check_in
                            WHERE ticket_id = ticket.id
                              AND outcome = 'ACCEPTED'
                              AND direction = 'IN')
            """;

    private static final String PACE = """
            SELECT date_bin('5 minutes', scanned_at, TIMESTAMPTZ '2020-01-01 00:00Z') AS began, gate,
                   count(*) AS entered
              FROM check_in
             WHERE event_id = ?
               AND outcome = 'ACCEPTED'
               AND direction = 'IN'
               AND scanned_at >= ?
             GROUP BY began, gate
             ORDER BY began, gate
            """;

    private final Database database;

    CheckInStore(Database database) {
        this.database = database;
    }

    Optional<ScannedTicket> lock(UUID ticket, String event) {
        return database.first(LOCK_TICKET, row -> new ScannedTicket(row.uuid("id"), row.text("seat_id"),
                row.text("label"), row.text("category"), row.flag("valid"), row.flag("replaced"),
                row.flag("event_cancelled")), ticket,
                event);
    }

    Optional<Recorded> byNonce(String event, String nonce) {
        return database.first(BY_NONCE, row -> new Recorded(row.longNumber("id"), row.uuid("ticket_id"),
                Direction.valueOf(row.text("direction")), row.text("outcome"), passage(row)), event, nonce);
    }

    /** The last time the ticket passed before the scan of that number, or at all. */
    Optional<Passed> lastPassage(UUID ticket, long before) {
        return database.first(LAST_ACCEPTED,
                row -> new Passed(Direction.valueOf(row.text("direction")), passage(row)), ticket, before);
    }

    /** @return false when a scan of another ticket took the nonce in the meantime */
    boolean add(Scan scan, String outcome, UUID staff) {
        return database.update(ADD, scan.event(), scan.ticket(), scan.nonce(), scan.direction(), scan.gate(), outcome,
                scan.at(), staff) == 1;
    }

    /** The latest scans first, older than the one of that number. */
    List<CheckInView> list(String event, long before, int limit) {
        return database.list(LIST, row -> new CheckInView(row.longNumber("id"), row.uuid("ticket_id"),
                row.text("label"), Direction.valueOf(row.text("direction")), row.text("gate"), row.text("outcome"),
                row.instant("scanned_at"), row.instant("received_at")), event, before, limit);
    }

    List<UUID> inside(String event) {
        return database.list(INSIDE, row -> row.uuid("ticket_id"), event);
    }

    List<UUID> cancelled(String event) {
        return database.list(CANCELLED, row -> row.uuid("id"), event);
    }

    int validTickets(String event) {
        return database.first(VALID_TICKETS, row -> row.number("tickets"), event).orElseThrow();
    }

    /** Valid tickets somebody came in with, whether or not they are inside now. */
    int entered(String event) {
        return database.first(ENTERED, row -> row.number("tickets"), event).orElseThrow();
    }

    List<GatePace> pace(String event, Instant since) {
        return database.list(PACE, row -> new GatePace(row.instant("began"), row.text("gate"),
                row.longNumber("entered")), event, since);
    }

    List<GateFigures> gates(String event) {
        return database.list(GATES, row -> new GateFigures(row.text("gate"), row.longNumber("entered"),
                row.longNumber("exited"), row.longNumber("refused"), row.instant("last_at")), event);
    }

    private static Passage passage(Row row) throws SQLException {
        return new Passage(row.text("gate"), row.instant("scanned_at"));
    }

    /** A scan as it was written down. */
    record Recorded(long id, UUID ticket, Direction direction, String outcome, Passage passage) {}

    /** A passage and its direction. */
    record Passed(Direction direction, Passage passage) {}
}
