package ticketing.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A picture that was looked at and is one.
 *
 * @param content as it came
 * @param small   a JPEG for lists; empty where we cannot make one
 */
record Picture(String mediaType, int width, int height, byte[] content, Optional<byte[]> small) {

    private static final int DIGEST_BYTES = 16;

    /** Names the content: another picture has another address. */
    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", e);
        }
    }
}
