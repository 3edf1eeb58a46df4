package ticketing.ticket;

import java.awt.Color;

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
import ticketing.time.WrittenDate;

/** One ticket on its page: what it is for, where to sit, the code for the door, and whose it is. */
record TicketPage(OrderDetails order, Ticket ticket, String count) {

    private static final Color ACCENT = new Color(0x4B, 0x2F, 0xB5);
    private static final Color PALE = new Color(0xE4, 0xDE, 0xFA);
    private static final Color INK = new Color(0x1D, 0x1B, 0x26);
    private static final Color GREY = new Color(0x5A, 0x57, 0x68);
    private static final Color LINE = new Color(0xDD, 0xDA, 0xE4);

    private static final float QR_POINTS = 192;
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

    private PdfPTable head() {
        var event = order.event();
        var cell = new PdfPCell();
        cell.setBackgroundColor(ACCENT);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(16);
        cell.setPaddingTop(8);
        cell.addElement(line(event.title(), TicketFonts.bold(event.title().length() > LONG_TITLE ? 14 : 22,
                Color.WHITE)));
        cell.addElement(line(WrittenDate.of(event.startsAt(), event.timezone()),
                TicketFonts.bold(12, Color.WHITE)));
        cell.addElement(line(event.venue() + ", " + event.address() + ", " + event.city(),
                TicketFonts.regular(10, PALE)));
        var table = table(1);
        table.addCell(cell);
        return table;
    }

    private PdfPTable facts() {
        var facts = order.order().facts();
        var table = table(2);
        table.addCell(fact("Place", ticket.label(), ticket.label().length() > LONG_LABEL ? 12 : 16));
        table.addCell(fact("Category", ticket.category(), 12));
        table.addCell(fact("Name", ticket.holder().map(Ticket.Holder::name).orElse(facts.buyer().name()), 12));
        table.addCell(fact("Price", price(facts), 12));
        return table;
    }

    private String price(TicketOrder.Facts facts) {
        var price = Prices.format(ticket.paid(), facts.currency());
        return ticket.fee() == 0 ? price : price + " (fee " + Prices.format(ticket.fee(), facts.currency()) + ")";
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
    private static Image picture(PdfContentByte canvas, String code) {
        var modules = QrCode.modules(code);
        var side = QR_POINTS + 2 * QUIET_POINTS;
        var drawing = canvas.createTemplate(side, side);
        var size = QR_POINTS / modules.getWidth();
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
        table.addCell(note("Order " + order.order().facts().code(), Element.ALIGN_LEFT));
        table.addCell(note(count, Element.ALIGN_RIGHT));
        var advice = note(
                "The code admits once, on paper or on a screen. Keep it to yourself until you are at the door.",
                Element.ALIGN_CENTER);
        advice.setColspan(2);
        advice.setBorder(Rectangle.TOP);
        advice.setBorderColor(LINE);
        table.addCell(advice);
        return table;
    }

    private static PdfPCell note(String text, int alignment) {
        var cell = new PdfPCell(new Phrase(text, TicketFonts.regular(8, GREY)));
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
