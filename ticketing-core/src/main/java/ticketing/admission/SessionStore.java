package ticketing.admission;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;
import ticketing.outbox.Outbox.EndReason;

/** Shopping sessions. */
@ApplicationScoped
class SessionStore {

    /**
     * One round trip for what every purchase begins with: lock the session, and read the clock after the lock. And it
     * tells the database to plan the transaction's further statements once and for all: they look rows up by their keys,
     * and planning them takes longer than that.
     *
     * <p>Where asked to, the transaction's end does not wait for the disk. That is right only where nobody is told of it
     * before a later transaction is durable, which stands behind it in the same log and takes it along, and where losing
     * it in a crash in between does no harm.
     */
    private static final String LOCK_AND_READ = """
                SELECT *
                  FROM shopping_session
                 WHERE %s = ?
                   FOR UPDATE
            )
            SELECT locked.*,
                   ended_at IS NULL AND expires_at > clock_timestamp() AS open,
                   %s AS proof_is_fresh,
                   set_config('plan_cache_mode', 'force_generic_plan', true) AS planned,
                   CASE WHEN ? THEN set_config('synchronous_commit', 'off', true) END AS lazily
              FROM locked
            """;

    private static final String LOCK = """
            WITH locked AS MATERIALIZED (
            """ + LOCK_AND_READ.formatted("token_digest", "false");

    /** Burns the proof too. Whoever sends it a second time waits for the first transaction to end, and sees it. */
    private static final String LOCK_AND_BURN = """
            WITH burnt AS (
                INSERT INTO burnt_proof (digest, burnt_at)
                VALUES (?, clock_timestamp())
                    ON CONFLICT DO NOTHING
                RETURNING digest
            ), locked AS MATERIALIZED (
            """ + LOCK_AND_READ.formatted("token_digest", "EXISTS (SELECT FROM burnt)");

    private static final String LOCK_BY_ID = """
            WITH locked AS MATERIALIZED (
                SELECT *
                  FROM shopping_session
                 WHERE id = ?
                   FOR UPDATE
            )
            SELECT locked.*, ended_at IS NULL AND expires_at > clock_timestamp() AS open,
                   set_config('plan_cache_mode', 'force_generic_plan', true) AS planned
              FROM locked
            """;

    private static final String LOCK_BY_ADMISSION = """
            WITH locked AS MATERIALIZED (
                SELECT *
                  FROM shopping_session
                 WHERE admission_jti = ?
                   FOR UPDATE
            )
            SELECT locked.*, ended_at IS NULL AND expires_at > clock_timestamp() AS open
              FROM locked
            """;

    private static final String FIND = """
            SELECT *, ended_at IS NULL AND expires_at > clock_timestamp() AS open
              FROM shopping_session
             WHERE token_digest = ?
            """;

    private static final String OPEN = """
            INSERT INTO shopping_session (id, token_digest, event_id, admission_jti, release, key_thumbprint,
                                          orders_left, seats_left, opened_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp(), ?)
            """;

    private static final String HAND_OVER = """
            UPDATE shopping_session
               SET token_digest = ?, key_thumbprint = ?
             WHERE id = ?
               AND ended_at IS NULL
               AND expires_at > clock_timestamp()
            RETURNING *, true AS open
            """;

    private static final String END = """
            UPDATE shopping_session
               SET ended_at = clock_timestamp(), end_reason = ?
             WHERE id = ?
               AND ended_at IS NULL
            """;

    private static final String CHANGE_LIMITS = """
            UPDATE shopping_session
               SET orders_left = orders_left + ?, seats_left = seats_left + ?
             WHERE id = ?
            """;

    /** Sessions somebody is at work on are skipped; the next round finds them. */
    private static final String LOCK_OVER = """
            SELECT *, false AS open
              FROM shopping_session
             WHERE ended_at IS NULL
               AND expires_at <= clock_timestamp()
             ORDER BY expires_at
             LIMIT ?
               FOR UPDATE SKIP LOCKED
            """;

    private static final String PRUNE_PROOFS = """
            DELETE FROM burnt_proof
             WHERE burnt_at < clock_timestamp() - make_interval(secs => ?)
            """;

    private static final String PRUNE_ADMISSIONS = """
            DELETE FROM burnt_admission
             WHERE burnt_at < clock_timestamp() - make_interval(secs => ?)
            """;

    private final Database database;

    SessionStore(Database database) {
        this.database = database;
    }

    /** @param lazily whether the transaction's end need not wait for the disk */
    Optional<Locked> lock(byte[] tokenDigest, Optional<byte[]> proofDigest, boolean lazily) {
        return proofDigest
                .map(proof -> database.first(LOCK_AND_BURN, SessionStore::toLocked, proof, tokenDigest, lazily))
                .orElseGet(() -> database.first(LOCK, SessionStore::toLocked, tokenDigest, lazily));
    }

    Optional<ShoppingSession> lock(UUID id) {
        return database.first(LOCK_BY_ID, SessionStore::toSession, id);
    }

    Optional<ShoppingSession> lockByAdmission(String jti) {
        return database.first(LOCK_BY_ADMISSION, SessionStore::toSession, jti);
    }

    Optional<ShoppingSession> find(byte[] tokenDigest) {
        return database.first(FIND, SessionStore::toSession, tokenDigest);
    }

    void open(ShoppingSession session, byte[] tokenDigest) {
        database.update(OPEN, session.id(), tokenDigest, session.eventId(),
                session.admission().map(ShoppingSession.Admission::jti),
                session.admission().map(ShoppingSession.Admission::release),
                session.keyThumbprint(), session.ordersLeft(), session.seatsLeft(), session.expiresAt());
    }

    /** Empty when the session is over. */
    Optional<ShoppingSession> handOver(UUID id, byte[] tokenDigest, Optional<String> keyThumbprint) {
        return database.first(HAND_OVER, SessionStore::toSession, tokenDigest, keyThumbprint, id);
    }

    /** Whether this call ended it; false when it had ended before. */
    boolean end(UUID id, EndReason reason) {
        return database.update(END, reason, id) == 1;
    }

    void changeLimits(UUID id, int orders, int seats) {
        database.update(CHANGE_LIMITS, orders, seats, id);
    }

    List<ShoppingSession> lockOver(int most) {
        return database.list(LOCK_OVER, SessionStore::toSession, most);
    }

    void prune(Duration proofs, Duration admissions) {
        database.update(PRUNE_PROOFS, (double) proofs.toSeconds());
        database.update(PRUNE_ADMISSIONS, (double) admissions.toSeconds());
    }

    private static Locked toLocked(Row row) throws SQLException {
        return new Locked(toSession(row), row.flag("proof_is_fresh"));
    }

    private static ShoppingSession toSession(Row row) throws SQLException {
        var release = row.optionalText("release");
        var jti = row.optionalText("admission_jti");
        return new ShoppingSession(row.uuid("id"), row.text("event_id"),
                jti.map(id -> new ShoppingSession.Admission(id, release.orElseThrow())),
                row.optionalText("key_thumbprint"), row.number("orders_left"), row.number("seats_left"),
                row.instant("expires_at"), row.flag("open"));
    }

    /** A session under lock, and whether the proof that came with it had not been used before. */
    record Locked(ShoppingSession session, boolean proofIsFresh) {}
}
