package ticketing.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;

/** The same picture for lists, where fifty of them are loaded by phones at once. */
final class SmallPicture {

    private static final int WIDTH = 640;
    private static final float QUALITY = 0.8f;

    private SmallPicture() {}

    /** Decoded with pixels left out where it is large, so that no picture takes more memory than a screen's worth. */
    static byte[] of(ImageReader reader) throws IOException {
        var parameters = reader.getDefaultReadParam();
        int every = Math.max(1, reader.getWidth(0) / (2 * WIDTH));
        parameters.setSourceSubsampling(every, every, 0, 0);
        return jpeg(scaled(reader.read(0, parameters)));
    }

    /** On white: JPEG knows nothing of what shines through. */
    private static BufferedImage scaled(BufferedImage decoded) {
        int width = Math.min(WIDTH, decoded.getWidth());
        int height = Math.max(1, Math.round((float) decoded.getHeight() * width / decoded.getWidth()));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(decoded, 0, 0, width, height, Color.WHITE, null);
        canvas.dispose();
        return small;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByMIMEType("image/jpeg").next();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
