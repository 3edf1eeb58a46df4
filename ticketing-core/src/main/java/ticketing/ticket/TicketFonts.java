package ticketing.ticket;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * The letters on paper tickets. A PDF's built-in fonts know those of western Europe only; these know every Latin,
 * Greek and Cyrillic one, and travel inside the document, as far as it uses them.
 */
final class TicketFonts {

    private static final BaseFont REGULAR = load("LiberationSans-Regular.ttf");
    private static final BaseFont BOLD = load("LiberationSans-Bold.ttf");

    private TicketFonts() {}

    static Font regular(float size, Color color) {
        return new Font(REGULAR, size, Font.NORMAL, color);
    }

    /** The bold cut itself; {@link Font#BOLD} on top of it would thicken it once more. */
    static Font bold(float size, Color color) {
        return new Font(BOLD, size, Font.NORMAL, color);
    }

    private static BaseFont load(String name) {
        try (var file = TicketFonts.class.getResourceAsStream("/liberation/" + name)) {
            return BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.CACHED,
                    file.readAllBytes(), null);
        } catch (IOException e) {
            throw new UncheckedIOException("font is unreadable: " + name, e);
        }
    }
}
