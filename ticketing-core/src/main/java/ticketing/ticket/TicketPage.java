package ticketing.ticket;

import java.awt.Color;
import java.util.List;

import com.google.zxing.common.BitMatrix;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Image;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import ticketing.order.OrderDetails;
import ticketing.order.Ticket;
import ticketing.order.TicketOrder;

/** One ticket on its page: what it is for, where to sit, the code for the door, and whose it is. */
record TicketPage(OrderDetails order, Ticket ticket, String count, TicketPaper paper, TicketWords words) {

    private static final Color ACCENT = new Color(0x4B, 0x2F, 0xB5);
    private static final Color PALE = new Color(0xE4, 0xDE, 0xFA);
    private static final Color INK = new Color(0x1D, 0x1B, 0x26);
    private static final Color GREY = new Color(0x5A, 0x57, 0x68);
    private static final Color LINE = new Color(0xDD, 0xDA, 0xE4);

    /** Beside the code, white, as wide as four of its modules at least. */
    private static final float QUIET_POINTS = 24;
    private static final int LONG_TITLE = 48;
    private static final int LONG_LABEL = 28;

    void addTo(Document document, PdfContentByte canvas, String code) {
        document.add(head());
        document.add(facts());
        document.add(picture(canvas, code));
        document.add(foot());
    }

    private float titleSize(String title) {
        if (title.length() <= LONG_TITLE) {
            return paper.narrow() ? 20 : 22;
        }
        return paper.narrow() ? 12 : 14;
    }

    private PdfPTable head() {
        var event = order.event();
        var cell = new PdfPCell();
        cell.setBackgroundColor(ACCENT);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(16);
        cell.setPaddingTop(8);
        cell.addElement(line(event.title(), TicketFonts.bold(titleSize(event.title()),
                Color.WHITE)));
        cell.addElement(line(words.date().apply(event.startsAt(), event.timezone()),
                TicketFonts.bold(12, Color.WHITE)));
        cell.addElement(line(event.venue() + ", " + event.address() + ", " + event.city(),
                TicketFonts.regular(10, PALE)));
        var table = table(1);
        table.addCell(cell);
        return table;
    }

    /** On a narrow page what may be long has a line of its own. */
    private PdfPTable facts() {
        var facts = order.order().facts();
        var place = fact(words.place(), ticket.label(), ticket.label().length() > LONG_LABEL ? 12 : 16);
        var category = fact(words.category(), ticket.category(), 12);
        var name = fact(words.name(), ticket.holder().map(Ticket.Holder::name).orElse(facts.buyer().name()), 12);
        var price = fact(words.price(), price(facts), 12);
        var table = table(2);
        if (paper.narrow()) {
            place.setColspan(2);
            name.setColspan(2);
            List.of(place, name, category, price).forEach(table::addCell);
        } else {
            List.of(place, category, name, price).forEach(table::addCell);
        }
        return table;
    }

    private String price(TicketOrder.Facts facts) {
        var price = Prices.format(ticket.paid(), facts.currency());
        return ticket.fee() == 0
                ? price
                : price + " (" + words.fee() + " " + Prices.format(ticket.fee(), facts.currency()) + ")";
    }

    private static PdfPCell fact(String label, String value, float size) {
        var cell = new PdfPCell();
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setPadding(8);
        cell.setPaddingLeft(16);
        cell.setPaddingTop(2);
        cell.addElement(line(label, TicketFonts.regular(8, GREY)));
        cell.addElement(line(value, TicketFonts.bold(size, INK)));
        return cell;
    }

    /** Drawn, not painted in pixels: that is sharp at every size, small, and quicker to make. */
    private Image picture(PdfContentByte canvas, String code) {
        var modules = QrCode.modules(code);
        var points = paper.codeSide();
        var side = points + 2 * QUIET_POINTS;
        var drawing = canvas.createTemplate(side, side);
        var size = points / modules.getWidth();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth();) {
                var end = endOfRun(modules, x, y);
                if (modules.get(x, y)) {
                    drawing.rectangle(QUIET_POINTS + x * size, side - QUIET_POINTS - (y + 1) * size,
                            (end - x) * size, size);
                }
                x = end;
            }
        }
        drawing.setColorFill(Color.BLACK);
        drawing.fill();
        var image = Image.getInstance(drawing);
        image.setAlignment(Element.ALIGN_CENTER);
        return image;
    }

    /** Modules of one colour in a row are drawn as one, so that no viewer shows seams between them. */
    private static int endOfRun(BitMatrix modules, int from, int y) {
        var end = from + 1;
        while (end < modules.getWidth() && modules.get(end, y) == modules.get(from, y)) {
            end++;
        }
        return end;
    }

    private PdfPTable foot() {
        var table = table(2);
        table.addCell(note(words.order() + " " + order.order().facts().code(), Element.ALIGN_LEFT));
        table.addCell(note(count, Element.ALIGN_RIGHT));
        var advice = note(words.advice(), Element.ALIGN_CENTER);
        advice.setColspan(2);
        advice.setBorder(Rectangle.TOP);
        advice.setBorderColor(LINE);
        table.addCell(advice);
        return table;
    }

    private static PdfPCell note(String text, int alignment) {
        var cell = new PdfPCell(new Phrase(text, TicketFonts.regular(9, GREY)));
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setHorizontalAlignment(alignment);
        cell.setPadding(6);
        return cell;
    }

    private static PdfPTable table(int columns) {
        var table = new PdfPTable(columns);
        table.setWidthPercentage(100);
        return table;
    }

    private static Paragraph line(String text, Font font) {
        var paragraph = new Paragraph(text, font);
        paragraph.setMultipliedLeading(1.25f);
        return paragraph;
    }
}
