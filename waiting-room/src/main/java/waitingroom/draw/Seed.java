package waitingroom.draw;

import java.util.HexFormat;

/**
 * The 32 secret bytes that decide a draw together with the lobby, until they are revealed.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Seed(String hex) {

    public Seed {
        Hex.require32Bytes(hex);
    }

    public static Seed of(byte[] bytes) {
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    /** A seed is shown only where it is revealed on purpose, never by a log line. */
    @Override
    public String toString() {
        return "Seed[…]";
    }
}
