package ticketing.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.database.Database;

/** Invitations that wait for an answer; of each only the hash of what the mail carries. */
@ApplicationScoped
class InvitationStore {

    private final Database database;

    InvitationStore(Database database) {
        this.database = database;
    }

    void add(String token, UUID staff, Instant expiresAt) {
        database.update("""
                INSERT INTO staff_invitation (token_hash, staff_id, expires_at)
                VALUES (?, ?, ?)
                """, hash(token), staff, expiresAt);
    }

    boolean isOpen(String token) {
        return database.first("""
                SELECT 1
                  FROM staff_invitation
                 WHERE token_hash = ?
                   AND expires_at > clock_timestamp()
                """, row -> true, (Object) hash(token)).isPresent();
    }

    /** Burns the invitation and tells whose it was. All others of that person are burnt with it. */
    Optional<UUID> take(String token) {
        return database.first("""
                WITH taken AS (
                    SELECT staff_id
                      FROM staff_invitation
                     WHERE token_hash = ?
                       AND expires_at > clock_timestamp()
                )
                DELETE FROM staff_invitation
                 USING taken
                 WHERE staff_invitation.staff_id = taken.staff_id
                RETURNING staff_invitation.staff_id
                """, row -> row.uuid("staff_id"), (Object) hash(token));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
