package ticketing.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** As much of WebP (RFC 9649) as tells whether a file is one, is all there, and how large it is. */
final class Webp {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int LOSSY_START_CODE = 0x2a019d;
    private static final int LOSSLESS_SIGNATURE = 0x2f;
    private static final int FOURTEEN_BITS = 0x3fff;
    private static final int THREE_BYTES = 0xffffff;

    private Webp() {}

    /** Empty when it is no WebP, or one that was cut off. */
    static Optional<Frame> frame(byte[] content) {
        var file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        if (content.length < FIRST_CHUNK + CHUNK_HEAD + 10 || !word(content, 8).equals("WEBP")
                || Integer.toUnsignedLong(file.getInt(4)) + CHUNK_HEAD > content.length) {
            return Optional.empty();
        }
        int data = FIRST_CHUNK + CHUNK_HEAD;
        return switch (word(content, FIRST_CHUNK)) {
            case "VP8 " -> lossy(file, data);
            case "VP8L" -> lossless(file, data);
            case "VP8X" -> Optional.of(new Frame((file.getInt(data + 4) & THREE_BYTES) + 1,
                    (file.getInt(data + 6) >>> 8) + 1));
            default -> Optional.empty();
        };
    }

    private static Optional<Frame> lossy(ByteBuffer file, int data) {
        return (file.getInt(data + 3) & THREE_BYTES) == LOSSY_START_CODE
                ? Optional.of(new Frame(file.getShort(data + 6) & FOURTEEN_BITS,
                        file.getShort(data + 8) & FOURTEEN_BITS))
                : Optional.empty();
    }

    private static Optional<Frame> lossless(ByteBuffer file, int data) {
        int measures = file.getInt(data + 1);
        return file.get(data) == LOSSLESS_SIGNATURE
                ? Optional.of(new Frame((measures & FOURTEEN_BITS) + 1, (measures >>> 14 & FOURTEEN_BITS) + 1))
                : Optional.empty();
    }

    private static String word(byte[] content, int at) {
        return new String(content, at, 4, StandardCharsets.US_ASCII);
    }
}
