package ticketing.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.database.Row;

@ApplicationScoped
class IdempotencyStore {

    /**
     * One statement decides. Two requests with one key meet at the primary key: the second waits for the first one's
     * insert and then finds it. An attempt that died, and a key older than we promise, are taken over.
     *
     * <p>Nobody waits for the disk here: what the work itself commits comes later in the same log, and takes this along.
     */
    private static final String CLAIM = """
            INSERT INTO idempotency_key AS k (scope, key, fingerprint, started_at)
            SELECT ?, ?, ?, clock_timestamp()
              FROM (SELECT set_config('synchronous_commit', 'off', true) AS mode) AS later
             WHERE later.mode = 'off'
            ON CONFLICT (scope, key) DO UPDATE
               SET fingerprint = EXCLUDED.fingerprint, started_at = EXCLUDED.started_at, status = NULL, answer = NULL
             WHERE k.started_at < EXCLUDED.started_at - make_interval(secs => ?)
                OR (k.status IS NULL AND k.fingerprint = EXCLUDED.fingerprint
                    AND k.started_at < EXCLUDED.started_at - make_interval(secs => ?))
            """;

    private final Database database;

    IdempotencyStore(Database database) {
        this.database = database;
    }

    /** What the key says about a request. */
    sealed interface Claim {
        record Mine() implements Claim {}

        record Done(Answer answer) implements Claim {}

        record OtherBody() implements Claim {}

        record StillRunning() implements Claim {}
    }

    Claim claim(IdempotentRequest request, Duration attemptTimeout, Duration keep) {
        var fingerprint = sha256(request.body());
        var claimed = database.update(CLAIM, request.scope(), request.key(), fingerprint,
                (double) keep.toSeconds(), (double) attemptTimeout.toSeconds());
        return claimed == 1
                ? new Claim.Mine()
                : database.first("""
                        SELECT fingerprint, status, answer
                          FROM idempotency_key
                         WHERE scope = ?
                           AND key = ?
                        """, row -> read(row, fingerprint), request.scope(), request.key())
                        .orElseGet(Claim.StillRunning::new);
    }

    /** Nobody waits for the disk: an answer that is lost with the database's power is found again by the work itself. */
    void keep(IdempotentRequest request, Answer answer) {
        database.update("""
                UPDATE idempotency_key
                   SET status = ?, answer = ?
                  FROM (SELECT set_config('synchronous_commit', 'off', true) AS mode) AS later
                 WHERE later.mode = 'off'
                   AND scope = ?
                   AND key = ?
                """, answer.status(), answer.body(), request.scope(), request.key());
    }

    void giveUp(IdempotentRequest request) {
        database.update("""
                DELETE FROM idempotency_key
                 WHERE scope = ?
                   AND key = ?
                   AND status IS NULL
                """, request.scope(), request.key());
    }

    int forget(Duration olderThan) {
        return database.update("""
                DELETE FROM idempotency_key
                 WHERE started_at < clock_timestamp() - make_interval(secs => ?)
                """, (double) olderThan.toSeconds());
    }

    private static Claim read(Row row, byte[] fingerprint) throws SQLException {
        if (!Arrays.equals(row.bytes("fingerprint"), fingerprint)) {
            return new Claim.OtherBody();
        }
        var status = row.number("status");
        return row.optionalText("answer")
                .<Claim>map(answer -> new Claim.Done(new Answer(status, answer)))
                .orElseGet(Claim.StillRunning::new);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
