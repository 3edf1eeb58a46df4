package botdefense.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One thing that was done to the defense. Each entry carries the hash of the one before, so that none can be changed or
 * taken out without all later ones telling.
 *
 * @param number   from 1, without gaps
 * @param staff    an id, no name
 * @param previous hash of the entry before; of the first one, zeros
 * @param hash     hex SHA-256 of all other fields, a line each
 */
public record DefenseAuditEntry(long number, Instant at, String staff, String action, String subject, String detail,
        String previous, String hash) {

    static final String FIRST = "0".repeat(64);

    static DefenseAuditEntry after(DefenseAuditEntry last, Instant at, String staff, String action, String subject,
            String detail) {
        var number = last == null ? 1 : last.number() + 1;
        var previous = last == null ? FIRST : last.hash();
        return new DefenseAuditEntry(number, at, staff, action, subject, detail, previous,
                hashOf(number, at, staff, action, subject, detail, previous));
    }

    boolean isWhole() {
        return hash.equals(hashOf(number, at, staff, action, subject, detail, previous));
    }

    private static String hashOf(Object... fields) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var field : fields) {
                var text = field instanceof Instant at ? at.toEpochMilli() : field;
                digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }
}
