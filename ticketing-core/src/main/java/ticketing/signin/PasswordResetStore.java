package ticketing.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;
import ticketing.secret.Digest;

/** Ways to a new password that were mailed; of each only the hash of what the mail carries. */
@ApplicationScoped
class PasswordResetStore {

    private static final String ADD = """
            INSERT INTO staff_password_reset (token_hash, staff_id, expires_at)
            VALUES (?, ?, clock_timestamp() + make_interval(secs => ?))
            """;

    private static final String IS_OPEN = """
            SELECT 1
              FROM staff_password_reset
             WHERE token_hash = ?
               AND expires_at > clock_timestamp()
            """;

    /** Burns it and tells whose it was. All others of that person are burnt with it. */
    private static final String TAKE = """
            WITH taken AS (
                SELECT staff_id
                  FROM staff_password_reset
                 WHERE token_hash = ?
                   AND expires_at > clock_timestamp()
            )
            DELETE FROM staff_password_reset
             USING taken
             WHERE staff_password_reset.staff_id = taken.staff_id
            RETURNING staff_password_reset.staff_id
            """;

    private static final String FORGET = """
            DELETE FROM staff_password_reset
             WHERE expires_at < clock_timestamp()
            """;

    private final Database database;

    PasswordResetStore(Database database) {
        this.database = database;
    }

    void add(String token, UUID staff, Duration goodFor) {
        database.update(ADD, Digest.of(token), staff, (double) goodFor.toSeconds());
    }

    boolean isOpen(String token) {
        return database.first(IS_OPEN, row -> true, (Object) Digest.of(token)).isPresent();
    }

    Optional<UUID> take(String token) {
        return database.first(TAKE, row -> row.uuid("staff_id"), (Object) Digest.of(token));
    }

    void forget() {
        database.update(FORGET);
    }
}
