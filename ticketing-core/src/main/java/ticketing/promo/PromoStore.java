package ticketing.promo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Promo codes and how often they were used. */
@ApplicationScoped
class PromoStore {

    private static final String COLUMNS = """
            event_id, code, basis_points, amount, array_to_string(category_ids, E'\\n') AS categories, max_uses, uses,
                   valid_from, valid_until, active, created_at
            """.strip();

    private static final String OPEN = """
            active
               AND (valid_from IS NULL OR valid_from <= clock_timestamp())
               AND (valid_until IS NULL OR clock_timestamp() < valid_until)
            """.strip();

    /**
     * Takes the row lock and one use in one step. Whoever waited for the lock has the condition judged on the row as it
     * is then, so n uses serve n orders however many race for them. Locked after the buyer's share, before seats (T6).
     */
    private static final String TAKE = """
            UPDATE promo_code
               SET uses = uses + 1
             WHERE event_id = ?
               AND code = ?
               AND uses < max_uses
               AND %s
            RETURNING %s
            """.formatted(OPEN, COLUMNS);

    private static final String GIVE_BACK = """
            UPDATE promo_code
               SET uses = uses - 1
             WHERE event_id = ?
               AND code = ?
            """;

    private static final String LOCK = """
            SELECT code
              FROM promo_code
             WHERE event_id = ?
               AND code = ?
               FOR UPDATE
            """;

    private static final String FIND_OPEN = """
            SELECT %s
              FROM promo_code
             WHERE event_id = ?
               AND code = ?
               AND %s
            """.formatted(COLUMNS, OPEN);

    private static final String FIND = """
            SELECT %s
              FROM promo_code
             WHERE event_id = ?
               AND code = ?
            """.formatted(COLUMNS);

    private static final String LIST = """
            SELECT %s
              FROM promo_code
             WHERE event_id = ?
               AND code > ?
             ORDER BY code
             LIMIT ?
            """.formatted(COLUMNS);

    private static final String ADD = """
            INSERT INTO promo_code (event_id, code, basis_points, amount, category_ids, max_uses, valid_from,
                                    valid_until, created_at)
            VALUES (?, ?, ?::integer, ?::integer, ?, ?, ?, ?, clock_timestamp())
                ON CONFLICT DO NOTHING
            """;

    /** Fewer uses than were taken are refused by the row not being found. */
    private static final String CHANGE = """
            UPDATE promo_code
               SET max_uses = coalesce(?::integer, max_uses), active = coalesce(?::boolean, active)
             WHERE event_id = ?
               AND code = ?
               AND uses <= coalesce(?::integer, max_uses)
            """;

    private final Database database;

    PromoStore(Database database) {
        this.database = database;
    }

    Optional<PromoRow> take(String eventId, String code) {
        return database.first(TAKE, PromoRow::read, eventId, code);
    }

    void giveBack(String eventId, String code) {
        database.update(GIVE_BACK, eventId, code);
    }

    void lock(String eventId, String code) {
        database.list(LOCK, row -> row.text("code"), eventId, code);
    }

    /** The code, if it is good now, used up or not. */
    Optional<PromoRow> findOpen(String eventId, String code) {
        return database.first(FIND_OPEN, PromoRow::read, eventId, code);
    }

    Optional<PromoRow> find(String eventId, String code) {
        return database.first(FIND, PromoRow::read, eventId, code);
    }

    List<PromoRow> list(String eventId, String behind, int limit) {
        return database.list(LIST, PromoRow::read, eventId, behind, limit);
    }

    /** False when the event has that code already. */
    boolean add(String eventId, Promo promo, int maxUses, Optional<Instant> validFrom, Optional<Instant> validUntil) {
        var points = promo.reduction() instanceof Promo.Reduction.Share share
                ? Optional.of(share.basisPoints())
                : Optional.<Integer>empty();
        var amount = promo.reduction() instanceof Promo.Reduction.Amount fixed
                ? Optional.of(fixed.perTicket())
                : Optional.<Integer>empty();
        return database.update(ADD, eventId, promo.code(), points, amount, promo.categories(), maxUses, validFrom,
                validUntil) == 1;
    }

    /** False when more uses were taken than there should be. */
    boolean change(String eventId, String code, Optional<Integer> maxUses, Optional<Boolean> active) {
        return database.update(CHANGE, maxUses, active, eventId, code, maxUses) == 1;
    }
}
