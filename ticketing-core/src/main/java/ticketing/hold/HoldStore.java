package ticketing.hold;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.admission.ShoppingSession;
import ticketing.database.Database;
import ticketing.database.Row;

/** Holds and the seats they claim. Every method but the readers wants the session's row locked before (T6). */
@ApplicationScoped
class HoldStore {

    private static final String EVENT_SALE = """
            SELECT id, plan_id, currency, max_seats_per_order, hold_seconds, return_delay_seconds,
                   state = 'PUBLISHED' AND sales_from <= clock_timestamp()
                       AND clock_timestamp() < sales_until AS on_sale,
                   coalesce(fee_per_ticket, 0) AS fee_per_ticket, coalesce(fee_basis_points, 0) AS fee_basis_points,
                   coalesce(tax_basis_points, 0) AS tax_basis_points,
                   array_to_string(ARRAY(SELECT DISTINCT coalesce(category_id, '*')
                                           FROM waiting_entry
                                          WHERE event_id = event.id
                                            AND state = 'WAITING'
                                            AND NOT passed_over), E'\\n') AS kept_for
              FROM event
              LEFT JOIN order_terms ON order_terms.event_id = event.id
             WHERE id = ?
            """;

    /**
     * The hold, its promised seats and the seats' new state in one statement. A hold that is alive already makes it do
     * nothing, however many requests of one session race. The clock is read once, after all seats are locked, so that
     * the hold and its seats end at the same moment, or the seats a drawn delay later.
     */
    private static final String PLACE = """
            WITH clock AS MATERIALIZED (
                SELECT clock_timestamp() AS at
            ), placed AS (
                INSERT INTO hold (id, session_id, event_id, state, placed_at, expires_at, latest_end_at,
                                  fee_per_ticket, fee_basis_points, tax_basis_points)
                SELECT ?, ?, ?, 'ACTIVE', at, at + make_interval(secs => ?), at + make_interval(secs => ?), ?, ?, ?
                  FROM clock
                    ON CONFLICT (session_id) WHERE state IN ('ACTIVE', 'ORDERED') DO NOTHING
                RETURNING id, event_id, placed_at, expires_at
            ), promised AS (
                INSERT INTO hold_seat (hold_id, seat_id, position, label, category_id, category_name, amount)
                SELECT placed.id, seat.id, seat.position, seat.label, seat.category_id, seat.category, seat.amount
                  FROM placed,
                       unnest(?::text[], ?::text[]::integer[], ?::text[], ?::text[], ?::text[], ?::text[]::integer[])
                           AS seat (id, position, label, category_id, category, amount)
            ), taken AS (
                UPDATE seat_state
                   SET state = 'HELD', hold_id = placed.id,
                       held_until = placed.expires_at + make_interval(secs => ?), changed_at = placed.placed_at
                  FROM placed
                 WHERE seat_state.event_id = placed.event_id
                   AND seat_state.seat_id = ANY (?::text[])
            )
            SELECT expires_at FROM placed
            """;

    /** A row for each of its seats. */
    private static final String FIND = """
            SELECT hold.*, event.currency, hold.expires_at <= clock_timestamp() AS over, seat.*
              FROM hold
              JOIN event ON event.id = hold.event_id
              JOIN hold_seat AS seat ON seat.hold_id = hold.id
             WHERE hold.id = ?
               AND hold.session_id = ?
             ORDER BY seat.position
            """;

    private static final String ALIVE = """
            SELECT id
              FROM hold
             WHERE session_id = ?
               AND state IN ('ACTIVE', 'ORDERED')
               AND NOT (state = 'ACTIVE' AND expires_at <= clock_timestamp())
            """;

    private static final String EXPIRE_OF_SESSION = """
            UPDATE hold
               SET state = 'EXPIRED', ended_at = clock_timestamp()
             WHERE session_id = ?
               AND state = 'ACTIVE'
               AND expires_at <= clock_timestamp()
            """;

    private static final String EXTEND = """
            UPDATE hold
               SET expires_at = greatest(expires_at,
                                         least(clock_timestamp() + make_interval(secs => ?), latest_end_at)),
                   extended = true
             WHERE id = ?
               AND state = 'ACTIVE'
               AND expires_at > clock_timestamp()
               AND NOT extended
            RETURNING expires_at
            """;

    private static final String END = """
            UPDATE hold
               SET state = ?, ended_at = clock_timestamp()
             WHERE id = ?
               AND ended_at IS NULL
            """;

    /**
     * Hold and seats at once. Seats are locked in their order (T6), and whether the deadline came first is judged by a
     * clock read after that.
     */
    private static final String ORDER = """
            WITH locked AS MATERIALIZED (
                SELECT hold_id
                  FROM seat_state
                 WHERE event_id = ?
                   AND seat_id = ANY (?::text[])
                 ORDER BY position
                   FOR UPDATE
            ), judged AS MATERIALIZED (
                SELECT count(*) FILTER (WHERE hold_id = ?) = ? AS ours, clock_timestamp() AS at
                  FROM locked
            ), ordered AS (
                UPDATE hold
                   SET state = 'ORDERED'
                  FROM judged
                 WHERE judged.ours
                   AND hold.id = ?
                   AND hold.state = 'ACTIVE'
                   AND hold.expires_at > judged.at
                RETURNING hold.event_id
            ), waiting AS (
                UPDATE seat_state
                   SET held_until = greatest(held_until, clock_timestamp() + make_interval(secs => ?)),
                       changed_at = clock_timestamp()
                  FROM ordered
                 WHERE seat_state.event_id = ordered.event_id
                   AND seat_state.seat_id = ANY (?::text[])
                RETURNING held_until
            )
            SELECT held_until
              FROM waiting
             ORDER BY held_until DESC
             LIMIT 1
            """;

    /** Hold and seats at once: those it still has, and those that nobody else has taken since the deadline. */
    private static final String SELL = """
            WITH locked AS MATERIALIZED (
                SELECT state, held_until, hold_id
                  FROM seat_state
                 WHERE event_id = ?
                   AND seat_id = ANY (?::text[])
                 ORDER BY position
                   FOR UPDATE
            ), judged AS MATERIALIZED (
                SELECT count(*) FILTER (WHERE hold_id = ? OR state = 'FREE'
                                           OR state = 'HELD' AND held_until <= clock_timestamp()) = ? AS ours
                  FROM locked
            ), sold AS (
                UPDATE seat_state
                   SET state = 'SOLD', hold_id = NULL, held_until = NULL, changed_at = clock_timestamp()
                  FROM judged
                 WHERE judged.ours
                   AND event_id = ?
                   AND seat_id = ANY (?::text[])
            ), purchased AS (
                UPDATE hold
                   SET state = 'PURCHASED', ended_at = clock_timestamp()
                  FROM judged
                 WHERE judged.ours
                   AND id = ?
                   AND ended_at IS NULL
            )
            SELECT ours
              FROM judged
            """;

    private static final String REOPEN = """
            UPDATE hold
               SET state = 'ACTIVE'
             WHERE id = ?
               AND state = 'ORDERED'
               AND expires_at > clock_timestamp()
            """;

    private final Database database;

    HoldStore(Database database) {
        this.database = database;
    }

    Optional<EventSale> eventSale(String eventId) {
        return database.first(EVENT_SALE, row -> new EventSale(row.text("id"), row.text("plan_id"),
                row.text("currency"), row.flag("on_sale"), row.number("max_seats_per_order"),
                Duration.ofSeconds(row.number("hold_seconds")), HoldRow.fees(row),
                kept(row.text("kept_for")), Duration.ofSeconds(row.number("return_delay_seconds"))), eventId);
    }

    /** When the new hold ends; empty when the session has a hold that is not marked as ended. */
    Optional<Instant> place(UUID id, ShoppingSession session, List<HeldSeat> seats, EventSale sale, Duration most) {
        var seatIds = seats.stream().map(HeldSeat::id).toList();
        return database.first(PLACE, row -> row.instant("expires_at"), id, session.id(), session.eventId(),
                (double) sale.holdLength().toSeconds(), (double) most.toSeconds(), sale.fees().perTicket(),
                sale.fees().basisPoints(), sale.fees().taxBasisPoints(), seatIds,
                seats.stream().map(seat -> Integer.toString(seat.position())).toList(),
                seats.stream().map(HeldSeat::label).toList(), seats.stream().map(HeldSeat::categoryId).toList(),
                seats.stream().map(HeldSeat::category).toList(),
                seats.stream().map(seat -> Integer.toString(seat.amount())).toList(), drawn(sale.returnDelay()),
                seatIds);
    }

    /** Seconds; one moment for all seats of a hold, so that they come back together. */
    private static double drawn(Duration most) {
        return ThreadLocalRandom.current().nextDouble() * most.toMillis() / 1e3;
    }

    /** The session's hold of that id; nobody else's. */
    Optional<SeatHold> find(UUID holdId, UUID sessionId) {
        var rows = database.list(FIND, row -> Map.entry(HoldRow.read(row), toSeat(row)), holdId, sessionId);
        return rows.stream().findFirst()
                .map(row -> row.getKey().toHold(rows.stream().map(Map.Entry::getValue).toList()));
    }

    /** The session's hold that is neither used up nor over. */
    Optional<UUID> alive(UUID sessionId) {
        return database.first(ALIVE, row -> row.uuid("id"), sessionId);
    }

    /** Writes down that the session's last hold ran out, so that it can have another. */
    void expireOf(UUID sessionId) {
        database.update(EXPIRE_OF_SESSION, sessionId);
    }

    Optional<Instant> extend(UUID holdId, Duration length) {
        return database.first(EXTEND, row -> row.instant("expires_at"), (double) length.toSeconds(), holdId);
    }

    void release(UUID holdId) {
        database.update(END, "RELEASED", holdId);
    }

    void expire(UUID holdId) {
        database.update(END, "EXPIRED", holdId);
    }

    /** Until when its seats wait for the payment; empty, and nothing changed, when the deadline came first. */
    Optional<Instant> order(SeatHold.Claim claim, Duration grace) {
        var seats = claim.seatIds();
        return database.first(ORDER, row -> row.instant("held_until"), claim.eventId(), seats, claim.id(),
                seats.size(), claim.id(), (double) grace.toSeconds(), seats);
    }

    /** False, and nothing changed, when somebody else has one of the seats. */
    boolean sell(SeatHold.Claim claim) {
        var seats = claim.seatIds();
        return database.first(SELL, row -> row.flag("ours"), claim.eventId(), seats, claim.id(), seats.size(),
                claim.eventId(), seats, claim.id()).orElseThrow();
    }

    /** False when the deadline has passed meanwhile. */
    boolean reopen(UUID holdId) {
        return database.update(REOPEN, holdId) == 1;
    }

    private static Set<String> kept(String categories) {
        return categories.isEmpty() ? Set.of() : Set.of(categories.split("\n"));
    }

    private static HeldSeat toSeat(Row row) throws SQLException {
        return new HeldSeat(row.text("seat_id"), row.number("position"), row.text("label"), row.text("category_id"),
                row.text("category_name"), row.number("amount"));
    }
}
