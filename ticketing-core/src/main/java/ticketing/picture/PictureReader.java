package ticketing.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

import ticketing.picture.PictureReading.Readable;
import ticketing.picture.PictureReading.Unreadable;

/**
 * Looks at a file that claims to be a picture, by its content: its first bytes must be those of its type, and PNG and
 * JPEG are decoded. Java decodes no WebP; of one the frame is read, and it has no small version.
 */
final class PictureReader {

    private static final int LEAST_SIDE = 200;
    private static final int MOST_SIDE = 6_000;
    private static final Map<String, byte[]> BEGINNINGS = Map.of(
            "image/png", new byte[]{ (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' },
            "image/jpeg", new byte[]{ (byte) 0xff, (byte) 0xd8, (byte) 0xff },
            "image/webp", new byte[]{ 'R', 'I', 'F', 'F' });
    private static final String BROKEN = "The file is damaged, or of a kind that browsers do not show. Save it anew "
            + "as a JPEG or PNG in the usual colours (RGB).";

    private PictureReader() {}

    static PictureReading read(byte[] content, String mediaType) {
        if (!beginsAs(content, mediaType)) {
            return new Unreadable("The file is no " + mediaType.substring("image/".length()).toUpperCase(Locale.ROOT)
                    + ", whatever its Content-Type says. Send the type that it is.");
        }
        try {
            return mediaType.equals("image/webp") ? webp(content) : decoded(content, mediaType);
        } catch (IOException | RuntimeException damaged) {
            return new Unreadable(BROKEN); // decoders throw whatever they stumble over
        }
    }

    private static boolean beginsAs(byte[] content, String mediaType) {
        var beginning = BEGINNINGS.get(mediaType);
        return content.length > beginning.length
                && Arrays.equals(beginning, 0, beginning.length, content, 0, beginning.length);
    }

    private static PictureReading webp(byte[] content) {
        return Webp.frame(content)
                .<PictureReading>map(frame -> frame.fits(LEAST_SIDE, MOST_SIDE)
                        ? new Readable(new Picture("image/webp", frame.width(), frame.height(), content,
                                Optional.empty()))
                        : measures(frame.width(), frame.height()))
                .orElseGet(() -> new Unreadable(BROKEN));
    }

    /** Its measures are read before its pixels: a small file may unfold to very many. */
    private static PictureReading decoded(byte[] content, String mediaType) throws IOException {
        var readers = ImageIO.getImageReadersByMIMEType(mediaType);
        ImageReader reader = readers.next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (!new Frame(width, height).fits(LEAST_SIDE, MOST_SIDE)) {
                return measures(width, height);
            }
            return new Readable(new Picture(mediaType, width, height, content, Optional.of(SmallPicture.of(reader))));
        } finally {
            reader.dispose();
        }
    }

    private static Unreadable measures(int width, int height) {
        return new Unreadable(
                "The picture is %d by %d pixels; each side must have %d to %d. 1600 by 900 is a good size."
                        .formatted(width, height, LEAST_SIDE, MOST_SIDE));
    }
}
