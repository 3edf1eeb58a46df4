package ticketing.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Counts attempts to sign in, for all instances together. Keeps hashes, so that it is no list of addresses. */
@ApplicationScoped
class LoginAttemptStore {

    private final Database database;

    LoginAttemptStore(Database database) {
        this.database = database;
    }

    /** Counts one attempt before it is made, so that many at once cannot slip through together; tells the new count. */
    int count(String subject, Duration window) {
        return database.first("""
                INSERT INTO login_attempt AS a (subject, attempts, window_start)
                VALUES (?, 1, clock_timestamp())
                ON CONFLICT (subject) DO UPDATE
                   SET attempts = CASE WHEN a.window_start < clock_timestamp() - make_interval(secs => ?)
                                       THEN 1 ELSE a.attempts + 1 END,
                       window_start = CASE WHEN a.window_start < clock_timestamp() - make_interval(secs => ?)
                                           THEN clock_timestamp() ELSE a.window_start END
                RETURNING attempts
                """, row -> row.number("attempts"),
                hash(subject), (double) window.toSeconds(), (double) window.toSeconds()).orElseThrow();
    }

    /** The attempt was a good one. */
    void clear(String subject) {
        database.update("DELETE FROM login_attempt WHERE subject = ?", hash(subject));
    }

    /** Takes one attempt back. */
    void uncount(String subject) {
        database.update("""
                UPDATE login_attempt
                   SET attempts = attempts - 1
                 WHERE subject = ?
                   AND attempts > 1
                """, hash(subject));
    }

    int forget(Duration olderThan) {
        return database.update("""
                DELETE FROM login_attempt
                 WHERE window_start < clock_timestamp() - make_interval(secs => ?)
                """, (double) olderThan.toSeconds());
    }

    private static String hash(String subject) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(subject.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
