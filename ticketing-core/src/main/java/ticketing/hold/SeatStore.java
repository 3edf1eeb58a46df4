package ticketing.hold;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

/** The seats' states: the only code that locks and changes them in a sale. */
@ApplicationScoped
class SeatStore {

    /**
     * Rows are locked in seat order, and waited for. The order rules out deadlock (T6). Waiting rather than skipping
     * locked rows rules out two overlapping requests that each take a part, and both go away with nothing. The
     * datasource's lock_timeout bounds the wait. Whether a seat is free is judged outside the locking query, by a clock
     * read after the lock: a held seat whose deadline has passed is free (T2).
     */
    private static final String LOCK = """
            WITH locked AS MATERIALIZED (
                SELECT seat_id, position, category_id, state, held_until, hold_id
                  FROM seat_state
                 WHERE event_id = ?
                   AND seat_id = ANY (?::text[])
                 ORDER BY position
                   FOR UPDATE
            )
            SELECT locked.seat_id, locked.position, locked.category_id, locked.state = 'BLOCKED' AS blocked,
                   locked.hold_id, seat.label, category.name AS category, category.amount,
                   locked.state = 'FREE'
                       OR locked.state = 'HELD' AND locked.held_until <= clock_timestamp() AS free,
                   (category.sales_from IS NULL OR category.sales_from <= clock_timestamp())
                       AND (category.sales_until IS NULL OR clock_timestamp() < category.sales_until) AS on_sale
              FROM locked
              JOIN event ON event.id = ?
              JOIN plan_seat AS seat ON seat.plan_id = event.plan_id AND seat.seat_id = locked.seat_id
              JOIN price_category AS category ON category.event_id = event.id AND category.id = locked.category_id
             ORDER BY locked.position
            """;

    /** So many places of an area that nobody else is deciding about; never waits. */
    private static final String LOCK_FREE_IN = """
            WITH locked AS MATERIALIZED (
                SELECT seat_id, position, category_id
                  FROM seat_state
                 WHERE event_id = ?
                   AND area_id = ?
                   AND state = 'FREE'
                 ORDER BY position
                 LIMIT ?
                   FOR UPDATE SKIP LOCKED
            )
            SELECT locked.seat_id, locked.position, locked.category_id, seat.label, category.name AS category,
                   category.amount
              FROM locked
              JOIN event ON event.id = ?
              JOIN plan_seat AS seat ON seat.plan_id = event.plan_id AND seat.seat_id = locked.seat_id
              JOIN price_category AS category ON category.event_id = event.id AND category.id = locked.category_id
             ORDER BY locked.position
            """;

    /**
     * The same, waiting in order of position for those who are deciding; nothing else may be locked by then (T6). Places
     * whose hold ran out count as free (T2); whether they are is judged once they are locked.
     */
    private static final String AWAIT_FREE_IN = LOCK_FREE_IN
            .replace("AND state = 'FREE'",
                    "AND (state = 'FREE' OR state = 'HELD' AND held_until <= clock_timestamp())")
            .replace("FOR UPDATE SKIP LOCKED", "FOR UPDATE");

    /** Takes what of these seats nobody else is deciding about; never waits, so it cannot be part of a deadlock. */
    private static final String LOCK_SKIPPING = LOCK.replace("FOR UPDATE", "FOR UPDATE SKIP LOCKED");

    /**
     * The seats of a hold, wherever they went: those it still has, in seat order. A seat another hold has taken over
     * since the deadline is not among them. Where the event lets seats come back after a random delay they stay held by
     * nobody until then, and time alone frees them.
     */
    private static final String FREE_OF_HOLD = """
            WITH locked AS MATERIALIZED (
                SELECT event_id, seat_id
                  FROM seat_state
                 WHERE hold_id = ?
                 ORDER BY position
                   FOR UPDATE
            ), back AS MATERIALIZED (
                SELECT id, return_delay_seconds > 0 AS later,
                       clock_timestamp() + make_interval(secs => random() * return_delay_seconds) AS at
                  FROM event
                 WHERE id = (SELECT event_id FROM locked LIMIT 1)
            )
            UPDATE seat_state
               SET state = CASE WHEN back.later THEN 'HELD' ELSE 'FREE' END,
                   hold_id = CASE WHEN back.later THEN hold_id END,
                   held_until = CASE WHEN back.later THEN back.at END,
                   changed_at = clock_timestamp()
              FROM locked
              JOIN back ON back.id = locked.event_id
             WHERE seat_state.event_id = locked.event_id
               AND seat_state.seat_id = locked.seat_id
               AND seat_state.hold_id = ?
            """;

    private static final String MOVE_DEADLINE = """
            WITH locked AS MATERIALIZED (
                SELECT event_id, seat_id
                  FROM seat_state
                 WHERE hold_id = ?
                 ORDER BY position
                   FOR UPDATE
            )
            UPDATE seat_state
               SET held_until = ?, changed_at = clock_timestamp()
              FROM locked
             WHERE seat_state.event_id = locked.event_id
               AND seat_state.seat_id = locked.seat_id
               AND seat_state.hold_id = ?
            """;

    /** With a delay they are held by a hold that never was. */
    private static final String FREE_SOLD = """
            WITH back AS MATERIALIZED (
                SELECT id, return_delay_seconds > 0 AS later,
                       clock_timestamp() + make_interval(secs => random() * return_delay_seconds) AS at
                  FROM event
                 WHERE id = ?
            )
            UPDATE seat_state
               SET state = CASE WHEN back.later THEN 'HELD' ELSE 'FREE' END,
                   hold_id = CASE WHEN back.later THEN gen_random_uuid() END,
                   held_until = CASE WHEN back.later THEN back.at END,
                   changed_at = clock_timestamp()
              FROM back
             WHERE event_id = back.id
               AND seat_id = ANY (?::text[])
               AND state = 'SOLD'
            """;

    private static final String BLOCK = """
            UPDATE seat_state
               SET state = 'BLOCKED', hold_id = NULL, held_until = NULL, changed_at = clock_timestamp()
             WHERE event_id = ?
               AND seat_id = ANY (?::text[])
               AND state <> 'BLOCKED'
            """;

    private static final String UNBLOCK = """
            UPDATE seat_state
               SET state = 'FREE', changed_at = clock_timestamp()
             WHERE event_id = ?
               AND seat_id = ANY (?::text[])
               AND state = 'BLOCKED'
            """;

    /** Skips what others are deciding about: they see for themselves that the deadline has passed. */
    private static final String SWEEP = """
            WITH over AS MATERIALIZED (
                SELECT event_id, seat_id
                  FROM seat_state
                 WHERE state = 'HELD'
                   AND held_until <= clock_timestamp()
                 ORDER BY held_until
                 LIMIT ?
                   FOR UPDATE SKIP LOCKED
            )
            UPDATE seat_state
               SET state = 'FREE', hold_id = NULL, held_until = NULL, changed_at = clock_timestamp()
              FROM over
             WHERE seat_state.event_id = over.event_id
               AND seat_state.seat_id = over.seat_id
            RETURNING seat_state.event_id
            """;

    private static final String SWEEP_HOLDS = """
            WITH over AS MATERIALIZED (
                SELECT id
                  FROM hold
                 WHERE state = 'ACTIVE'
                   AND expires_at <= clock_timestamp()
                 ORDER BY expires_at
                 LIMIT ?
                   FOR UPDATE SKIP LOCKED
            )
            UPDATE hold
               SET state = 'EXPIRED', ended_at = clock_timestamp()
              FROM over
             WHERE hold.id = over.id
            """;

    private final Database database;

    SeatStore(Database database) {
        this.database = database;
    }

    /** Those of the seats the event has, in seat order, locked until the transaction ends. */
    List<LockedSeat> lock(String eventId, List<String> seatIds) {
        return database.list(LOCK, LockedSeat::read, eventId, seatIds, eventId);
    }

    List<LockedSeat> lockSkipping(String eventId, List<String> seatIds) {
        return database.list(LOCK_SKIPPING, LockedSeat::read, eventId, seatIds, eventId);
    }

    /** So many free places of an area, or fewer when others are at work on the rest; locked. */
    List<HeldSeat> lockFreeIn(String eventId, String areaId, int quantity) {
        return database.list(LOCK_FREE_IN, SeatStore::toSeat, eventId, areaId, quantity, eventId);
    }

    /** So many free places of an area once the others have decided; fewer when there are no more. Locked. */
    List<HeldSeat> awaitFreeIn(String eventId, String areaId, int quantity) {
        return database.list(AWAIT_FREE_IN, SeatStore::toSeat, eventId, areaId, quantity, eventId);
    }

    void freeOf(UUID holdId) {
        database.update(FREE_OF_HOLD, holdId, holdId);
    }

    /** How many seats the hold still has. */
    int moveDeadline(UUID holdId, Instant heldUntil) {
        return database.update(MOVE_DEADLINE, holdId, heldUntil, holdId);
    }

    void freeSold(String eventId, List<String> seatIds) {
        database.update(FREE_SOLD, eventId, seatIds);
    }

    /** Takes seats off the sale; they are locked, and free or blocked. How many were not blocked before. */
    int block(String eventId, List<String> seatIds) {
        return database.update(BLOCK, eventId, seatIds);
    }

    /** Puts blocked ones of these seats, which are locked, on sale again; how many. */
    int unblock(String eventId, List<String> seatIds) {
        return database.update(UNBLOCK, eventId, seatIds);
    }

    /** The event of every seat that was swept. */
    List<String> sweepSeats(int most) {
        return database.list(SWEEP, row -> row.text("event_id"), most);
    }

    int sweepHolds(int most) {
        return database.update(SWEEP_HOLDS, most);
    }

    private static HeldSeat toSeat(Row row) throws SQLException {
        return new HeldSeat(row.text("seat_id"), row.number("position"), row.text("label"), row.text("category_id"),
                row.text("category"), row.number("amount"));
    }

    /**
     * A seat under lock.
     *
     * @param onSale whether its category is sold at this moment; the event's sale is judged before
     */
    record LockedSeat(HeldSeat seat, boolean free, boolean onSale, boolean blocked, Optional<UUID> holdId) {

        static LockedSeat read(Row row) throws SQLException {
            return new LockedSeat(toSeat(row), row.flag("free"), row.flag("on_sale"), row.flag("blocked"),
                    row.optionalUuid("hold_id"));
        }
    }
}
