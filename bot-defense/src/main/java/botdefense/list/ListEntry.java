package botdefense.list;

import java.time.Instant;

/**
 * Somebody an admin lets pass or keeps out.
 *
 * @param entry  a network or address, {@code AS64500}, a key's thumbprint, or a mail's hash (hex SHA-256 of the
 *               address in lower case)
 * @param reason why, in words
 * @param author a staff id
 */
public record ListEntry(String id, ListKind list, String entry, String reason, String author, Instant createdAt,
        Instant expiresAt) {

    boolean isGoodAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
