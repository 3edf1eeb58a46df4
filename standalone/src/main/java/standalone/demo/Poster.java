package standalone.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.function.BiConsumer;

import javax.imageio.ImageIO;

/** A picture for a concert of the demo, painted by rule: one title always gets the same one, and nobody else's art. */
final class Poster {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 675;
    private static final int COLOURS = 360;

    private final Motif motif;
    private final Random random;
    private final float hue;

    Poster(String title) {
        random = new Random(title.hashCode());
        motif = Motif.values()[random.nextInt(Motif.values().length)];
        hue = random.nextInt(COLOURS) / (float) COLOURS;
    }

    /** What is to be seen on it. */
    String alternative() {
        return motif.words;
    }

    byte[] jpeg() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setPaint(new GradientPaint(0, 0, tone(0, 0.75f, 0.16f), WIDTH, HEIGHT, tone(0.12f, 0.8f, 0.42f)));
        canvas.fillRect(0, 0, WIDTH, HEIGHT);
        motif.paint.accept(this, canvas);
        canvas.dispose();
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "jpeg", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture cannot be written to memory", e);
        }
    }

    private Color tone(float further, float saturation, float brightness) {
        return Color.getHSBColor(hue + further, saturation, brightness);
    }

    private static void shine(Graphics2D canvas, float through) {
        canvas.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, through));
    }

    private void beams(Graphics2D canvas) {
        for (var beam = 0; beam < 9; beam++) {
            var from = WIDTH * (beam + 0.5) / 9;
            var to = random.nextInt(WIDTH);
            var cone = new Path2D.Double();
            cone.moveTo(from, -10);
            cone.lineTo(to - 90d, HEIGHT);
            cone.lineTo(to + 90d, HEIGHT);
            cone.closePath();
            shine(canvas, 0.22f);
            canvas.setColor(tone(0.1f + beam * 0.03f, 0.5f, 1));
            canvas.fill(cone);
        }
        shine(canvas, 1);
        canvas.setColor(tone(0, 0.8f, 0.08f));
        for (var head = 0; head < 46; head++) {
            var size = 46 + random.nextInt(26);
            canvas.fill(new Ellipse2D.Double(head * 27 - 20d, HEIGHT - 60d + random.nextInt(30), size, size * 2d));
        }
    }

    private void waves(Graphics2D canvas) {
        for (var wave = 0; wave < 26; wave++) {
            var line = new Path2D.Double();
            var strength = 20 + random.nextInt(150);
            var turns = 1.5 + random.nextDouble() * 3;
            for (var x = 0; x <= WIDTH; x += 6) {
                var swell = Math.sin(Math.PI * x / WIDTH);
                var y = HEIGHT / 2d + strength * swell * Math.sin(turns * 2 * Math.PI * x / WIDTH + wave * 0.3);
                if (x == 0) {
                    line.moveTo(x, y);
                } else {
                    line.lineTo(x, y);
                }
            }
            shine(canvas, 0.65f);
            canvas.setStroke(new BasicStroke(1.5f + wave % 3));
            canvas.setColor(tone(0.1f + wave * 0.012f, 0.45f, 1));
            canvas.draw(line);
        }
    }

    private void discs(Graphics2D canvas) {
        var centre = WIDTH * (0.3 + random.nextDouble() * 0.4);
        for (var ring = 16; ring > 0; ring--) {
            var radius = ring * 30d;
            shine(canvas, 0.85f);
            canvas.setColor(ring % 2 == 0 ? tone(0.1f + ring * 0.02f, 0.6f, 0.9f) : tone(ring * 0.01f, 0.8f, 0.25f));
            canvas.fill(new Ellipse2D.Double(centre - radius, HEIGHT / 2d - radius, 2 * radius, 2 * radius));
        }
    }

    private void hills(Graphics2D canvas) {
        shine(canvas, 0.9f);
        canvas.setColor(tone(0.15f, 0.25f, 1));
        canvas.fill(new Ellipse2D.Double(WIDTH * (0.2 + random.nextDouble() * 0.5), 70, 190, 190));
        for (var row = 0; row < 6; row++) {
            var ridge = new Path2D.Double();
            ridge.moveTo(0, HEIGHT);
            var turns = 1 + random.nextDouble() * 2.5;
            var shift = random.nextDouble() * 6;
            for (var x = 0; x <= WIDTH; x += 8) {
                ridge.lineTo(x, 250 + row * 70d + 60 * Math.sin(shift + turns * Math.PI * x / WIDTH));
            }
            ridge.lineTo(WIDTH, HEIGHT);
            ridge.closePath();
            canvas.setColor(tone(0.1f - row * 0.03f, 0.7f, 0.62f - row * 0.09f));
            canvas.fill(ridge);
        }
    }

    private enum Motif {

        BEAMS("Coloured beams of light over the heads of a crowd.", Poster::beams), WAVES(
                "Sound waves in bright colours on a dark ground.",
                Poster::waves), DISCS("A record of coloured rings.",
                        Poster::discs), HILLS("A round moon over rows of coloured hills.", Poster::hills);

        private final String words;
        private final BiConsumer<Poster, Graphics2D> paint;

        Motif(String words, BiConsumer<Poster, Graphics2D> paint) {
            this.words = words;
            this.paint = paint;
        }
    }
}
