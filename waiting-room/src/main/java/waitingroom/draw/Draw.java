package waitingroom.draw;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Everything that decides a draw, as it is published. The same five values give the same places in any program that
 * follows {@code docs/draw.md}; change nothing here without a new {@link #RULE} name.
 *
 * @param release   id of the release, so that one seed never decides two draws alike
 * @param seed      what the commitment promised
 * @param lobbyRoot root of the release's fairness log when the lobby closed, 64 hexadecimal digits
 * @param lobbySize how many stood in the lobby
 * @param beacon    public randomness the operator mixed in, empty without one
 */
public record Draw(String release, Seed seed, String lobbyRoot, long lobbySize, String beacon) {

    public static final String RULE = "feistel-siphash-1";

    private static final byte[] PURPOSE = ("ticket-d-saster draw " + RULE).getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_BLOCK = 1;

    public Draw {
        Hex.require32Bytes(lobbyRoot);
    }

    /** The order of the lobby: index 0 to size - 1 on one side, place 1 to size on the other. */
    public Permutation permutation() {
        var key = hmac(hmac(Hex.bytes(lobbyRoot), Hex.bytes(seed.hex())), info());
        return new Permutation(ByteBuffer.wrap(key, 0, 16), lobbySize);
    }

    /** Each part is preceded by its length: no two draws share an input by moving bytes from one part to the next. */
    private byte[] info() {
        var releaseBytes = release.getBytes(StandardCharsets.UTF_8);
        var beaconBytes = beacon.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer
                .allocate(2 + PURPOSE.length + 2 + releaseBytes.length + 8 + 2 + beaconBytes.length + 1)
                .putShort((short) PURPOSE.length).put(PURPOSE)
                .putShort((short) releaseBytes.length).put(releaseBytes)
                .putLong(lobbySize)
                .putShort((short) beaconBytes.length).put(beaconBytes)
                .put((byte) FIRST_BLOCK)
                .array();
    }

    /** HKDF-SHA256 (RFC 5869) is this twice: extract with the root as salt, then expand by a single block. */
    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
