package ticketing.waitinglist;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.hold.OfferSeats.Offer;

/** The lines of fans who wait for seats to come back. */
@ApplicationScoped
class WaitingStore {

    private static final String JOIN = """
            INSERT INTO waiting_entry (id, event_id, email, email_digest, category_id, quantity, state, joined_at,
                                       changed_at)
            VALUES (?, ?, ?, ?, ?, ?, 'WAITING', clock_timestamp(), clock_timestamp())
                ON CONFLICT DO NOTHING
            """;

    private static final String FIND = """
            SELECT *
              FROM waiting_entry
             WHERE id = ?
            """;

    private static final String AHEAD = """
            SELECT count(*) AS ahead
              FROM waiting_entry
             WHERE event_id = ?
               AND state = 'WAITING'
               AND place < ?
            """;

    private static final String LEAVE = """
            UPDATE waiting_entry
               SET state = 'LEFT', email = NULL, passed_over = false, changed_at = clock_timestamp()
             WHERE id = ?
               AND state = 'WAITING'
            """;

    /** What became of the holds that were offered, they know themselves. */
    private static final String SETTLE_OFFERS = """
            UPDATE waiting_entry AS entry
               SET state = CASE hold.state WHEN 'PURCHASED' THEN 'DONE' ELSE 'LAPSED' END, email = NULL,
                   session_id = NULL, hold_id = NULL, offered_until = NULL, changed_at = clock_timestamp()
              FROM hold
             WHERE entry.state = 'OFFERED'
               AND hold.id = entry.hold_id
               AND (hold.state IN ('PURCHASED', 'RELEASED', 'EXPIRED')
                    OR hold.state = 'ACTIVE' AND hold.expires_at <= clock_timestamp())
            """;

    /** When nothing is sold any more there is nothing to wait for, and no reason to keep addresses. */
    private static final String END_WITH_SALE = """
            UPDATE waiting_entry AS entry
               SET state = 'LAPSED', email = NULL, passed_over = false, changed_at = clock_timestamp()
              FROM event
             WHERE entry.state = 'WAITING'
               AND event.id = entry.event_id
               AND (event.state = 'CANCELLED' OR event.sales_until <= clock_timestamp())
            """;

    private static final String EVENTS = """
            SELECT DISTINCT event_id
              FROM waiting_entry
             WHERE state = 'WAITING'
            """;

    private static final String FREE = """
            SELECT category_id, count(*) AS free
              FROM seat_state
             WHERE event_id = ?
               AND (state = 'FREE' OR state = 'HELD' AND held_until <= clock_timestamp())
             GROUP BY category_id
            """;

    private static final String LOCK_LINE = """
            SELECT *
              FROM waiting_entry
             WHERE event_id = ?
               AND state = 'WAITING'
             ORDER BY place
             LIMIT ?
               FOR UPDATE
            """;

    private static final String OFFER = """
            UPDATE waiting_entry
               SET state = 'OFFERED', passed_over = false, session_id = ?, hold_id = ?, offered_until = ?,
                   changed_at = clock_timestamp()
             WHERE id = ?
            """;

    private static final String PASS_OVER = """
            UPDATE waiting_entry
               SET passed_over = ?
             WHERE id = ?
               AND passed_over <> ?
            """;

    private static final String ADDRESS = """
            SELECT email
              FROM waiting_entry
             WHERE id = ?
               AND state = 'OFFERED'
            """;

    private static final String FIGURES = """
            SELECT count(*) FILTER (WHERE state = 'WAITING') AS waiting,
                   coalesce(sum(quantity) FILTER (WHERE state = 'WAITING'), 0) AS seats_wished,
                   count(*) FILTER (WHERE state = 'OFFERED') AS offered,
                   count(*) FILTER (WHERE state = 'DONE') AS bought,
                   count(*) FILTER (WHERE state = 'LAPSED') AS lapsed,
                   count(*) FILTER (WHERE state = 'LEFT') AS gone
              FROM waiting_entry
             WHERE event_id = ?
            """;

    /** Without a state those who are in line still. */
    private static final String LINE = """
            SELECT place, state, category_id, quantity, passed_over, joined_at, changed_at, offered_until,
                   CASE state WHEN 'WAITING'
                              THEN (SELECT count(*)
                                      FROM waiting_entry AS before
                                     WHERE before.event_id = entry.event_id
                                       AND before.state = 'WAITING'
                                       AND before.place < entry.place) END AS ahead
              FROM waiting_entry AS entry
             WHERE event_id = ?
               AND CASE WHEN ?::text IS NULL THEN state IN ('WAITING', 'OFFERED') ELSE state = ? END
               AND place > ?
             ORDER BY place
             LIMIT ?
            """;

    private final Database database;

    WaitingStore(Database database) {
        this.database = database;
    }

    /** False when the fan is in that line already. */
    boolean join(UUID id, JoinWaitingList.Wish wish, byte[] emailDigest) {
        return database.update(JOIN, id, wish.eventId(), wish.email(), emailDigest, wish.category(),
                wish.quantity()) == 1;
    }

    Optional<WaitingEntry> find(UUID id) {
        return database.first(FIND, WaitingStore::read, id);
    }

    long ahead(WaitingEntry.Wish wish) {
        return database.first(AHEAD, row -> row.longNumber("ahead"), wish.eventId(), wish.place()).orElseThrow();
    }

    /** False when it was not waiting any more. */
    boolean leave(UUID id) {
        return database.update(LEAVE, id) == 1;
    }

    /** Ends what was bought, lapsed, or has nothing to wait for any more. */
    void settle() {
        database.update(SETTLE_OFFERS);
        database.update(END_WITH_SALE);
    }

    List<String> events() {
        return database.list(EVENTS, row -> row.text("event_id"));
    }

    /** Free seats by category; a category without any is left out. */
    Map<String, Integer> free(String eventId) {
        record Free(String category, int seats) {}
        return database.list(FREE, row -> new Free(row.text("category_id"), row.number("free")), eventId).stream()
                .collect(Collectors.toMap(Free::category, Free::seats));
    }

    List<WaitingEntry.Wish> lockLine(String eventId, int most) {
        return database.list(LOCK_LINE, WaitingStore::wish, eventId, most);
    }

    void offer(UUID id, Offer offer) {
        database.update(OFFER, offer.session(), offer.hold(), offer.until(), id);
    }

    void passOver(UUID id, boolean passedOver) {
        database.update(PASS_OVER, passedOver, id, passedOver);
    }

    /** Where the offer goes; empty when there is none any more. */
    Optional<String> addressOf(UUID id) {
        return database.first(ADDRESS, row -> row.text("email"), id);
    }

    /** Those behind a place, in the order of joining. */
    List<LinePlace> line(String eventId, Optional<LinePlace.State> state, long behind, int limit) {
        var wanted = state.map(Enum::name);
        return database.list(LINE, row -> new LinePlace(row.longNumber("place"),
                LinePlace.State.valueOf(row.text("state")), row.optionalText("ahead").map(Long::valueOf),
                row.optionalText("category_id"), row.number("quantity"), row.flag("passed_over"),
                row.instant("joined_at"), row.instant("changed_at"), row.optionalInstant("offered_until")), eventId,
                wanted, wanted, behind, limit);
    }

    LineFigures figures(String eventId) {
        return database.first(FIGURES, row -> new LineFigures(row.longNumber("waiting"),
                row.longNumber("seats_wished"), row.longNumber("offered"), row.longNumber("bought"),
                row.longNumber("lapsed"), row.longNumber("gone")), eventId).orElseThrow();
    }

    private static WaitingEntry read(Row row) throws SQLException {
        var wish = wish(row);
        var state = row.text("state");
        return switch (state) {
            case "WAITING" -> new WaitingEntry.Waiting(wish);
            case "OFFERED" -> new WaitingEntry.Offered(wish, row.uuid("session_id"), row.uuid("hold_id"),
                    row.instant("offered_until"));
            default -> new WaitingEntry.Ended(wish, state);
        };
    }

    private static WaitingEntry.Wish wish(Row row) throws SQLException {
        return new WaitingEntry.Wish(row.uuid("id"), row.text("event_id"), row.longNumber("place"),
                row.optionalText("category_id"), row.number("quantity"));
    }
}
