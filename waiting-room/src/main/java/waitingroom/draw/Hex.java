package waitingroom.draw;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** The one spelling of 32 bytes that the draw's documents know: 64 lower-case hexadecimal digits. */
final class Hex {

    private static final Pattern SPELLING = Pattern.compile("[0-9a-f]{64}");

    private Hex() {}

    static void require32Bytes(String hex) {
        if (!SPELLING.matcher(hex).matches()) {
            throw new IllegalArgumentException("not 64 lower-case hexadecimal digits");
        }
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
