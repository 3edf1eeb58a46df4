package ticketing.ticket;

import java.io.ByteArrayOutputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;
import ticketing.order.OrderDetails;
import ticketing.order.Ticket;

/** The tickets of an order on paper: one page each, so that people who come separately can part with theirs. */
@ApplicationScoped
class TicketPdf {

    private static final float MARGIN = 28;

    private final TicketToken token;

    TicketPdf(TicketToken token) {
        this.token = token;
    }

    byte[] of(OrderDetails order) {
        return of(order, order.tickets().stream().filter(Ticket::valid).toList());
    }

    byte[] of(OrderDetails order, List<Ticket> valid) {
        var bytes = new ByteArrayOutputStream();
        var document = new Document(PageSize.A5, MARGIN, MARGIN, MARGIN, MARGIN);
        var writer = PdfWriter.getInstance(document, bytes);
        document.addTitle("Tickets " + order.order().facts().code());
        document.open();
        for (var index = 0; index < valid.size(); index++) {
            var ticket = valid.get(index);
            document.newPage();
            var page = new TicketPage(order, ticket, "Ticket " + (index + 1) + " of " + valid.size());
            page.addTo(document, writer.getDirectContent(), token.of(order.event().id(), ticket));
        }
        document.close();
        return bytes.toByteArray();
    }
}
