package ticketing.ticket;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.FontFactory;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;
import ticketing.order.OrderDetails;
import ticketing.order.Ticket;

/** The tickets of an order on paper: one page each, so that people who come separately can part with theirs. */
@ApplicationScoped
class TicketPdf {

    static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private static final int QR_PIXELS = 600;
    private static final float QR_POINTS = 200;
    private static final float MARGIN = 36;
    private static final Color GREY = new Color(0x55, 0x55, 0x55);

    private final TicketToken token;

    TicketPdf(TicketToken token) {
        this.token = token;
    }

    byte[] of(OrderDetails order) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A5, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, bytes);
        document.addTitle("Tickets " + order.order().facts().code());
        document.open();
        order.tickets().stream().filter(Ticket::valid).forEach(ticket -> {
            document.newPage();
            addTicket(document, order, ticket);
        });
        document.close();
        return bytes.toByteArray();
    }

    private void addTicket(Document document, OrderDetails order, Ticket ticket) {
        var event = order.event();
        var facts = order.order().facts();
        document.add(line(event.title(), font(FontFactory.HELVETICA_BOLD, 20, Color.BLACK)));
        document.add(line(DATE.format(event.startsAt().atZone(event.timezone())),
                font(FontFactory.HELVETICA, 13, Color.BLACK)));
        document.add(line(event.venue() + ", " + event.address() + ", " + event.city(),
                font(FontFactory.HELVETICA, 11, GREY)));
        document.add(line(" ", font(FontFactory.HELVETICA, 8, GREY)));
        document.add(line(ticket.label(), font(FontFactory.HELVETICA_BOLD, 16, Color.BLACK)));
        document.add(line(ticket.category() + "   " + Prices.format(ticket.amount(), facts.currency()),
                font(FontFactory.HELVETICA, 12, Color.BLACK)));
        document.add(qr(token.of(event.id(), ticket)));
        document.add(line("Order " + facts.code() + "   " + facts.buyer().name(),
                font(FontFactory.HELVETICA, 10, GREY)));
        document.add(line("The code admits once. Keep it to yourself.", font(FontFactory.HELVETICA, 9, GREY)));
    }

    private static Image qr(String text) {
        try {
            var image = Image.getInstance(QrCode.png(text, QR_PIXELS));
            image.scaleToFit(QR_POINTS, QR_POINTS);
            image.setAlignment(Element.ALIGN_CENTER);
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Paragraph line(String text, Font font) {
        var paragraph = new Paragraph(text, font);
        paragraph.setSpacingAfter(4);
        return paragraph;
    }

    private static Font font(String name, float size, Color color) {
        return FontFactory.getFont(name, size, color);
    }
}
