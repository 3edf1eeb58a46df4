package waitingroom.draw;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The promise of a draw: SHA-256 of its 32 seed bytes, published when the release is made. Whoever knows it can tell
 * later that the seed shown is the one chosen before anybody stood in the lobby.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Commitment(String hex) {

    public Commitment {
        Hex.require32Bytes(hex);
    }

    public static Commitment to(Seed seed) {
        return new Commitment(HexFormat.of().formatHex(sha256(Hex.bytes(seed.hex()))));
    }

    public boolean isOpenedBy(Seed seed) {
        return equals(to(seed));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
