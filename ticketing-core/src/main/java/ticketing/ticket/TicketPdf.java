package ticketing.ticket;

import java.io.ByteArrayOutputStream;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.openpdf.text.pdf.PdfWriter;
import ticketing.order.OrderDetails;
import ticketing.order.Ticket;

/** The tickets of an order on paper: one page each, so that people who come separately can part with theirs. */
@ApplicationScoped
class TicketPdf {

    private final TicketToken token;

    TicketPdf(TicketToken token) {
        this.token = token;
    }

    byte[] of(OrderDetails order) {
        return of(order, TicketPaper.A4, TicketWords.ENGLISH);
    }

    byte[] of(OrderDetails order, TicketPaper paper, TicketWords words) {
        return of(order, order.tickets().stream().filter(Ticket::valid).toList(), paper, words);
    }

    byte[] of(OrderDetails order, List<Ticket> valid, TicketPaper paper, TicketWords words) {
        var bytes = new ByteArrayOutputStream();
        var document = paper.document();
        var writer = PdfWriter.getInstance(document, bytes);
        document.addTitle("Tickets " + order.order().facts().code());
        document.open();
        for (var index = 0; index < valid.size(); index++) {
            var ticket = valid.get(index);
            document.newPage();
            var page = new TicketPage(order, ticket, words.count().formatted(index + 1, valid.size()), paper, words);
            page.addTo(document, writer.getDirectContent(), token.of(order.event().id(), ticket));
        }
        document.close();
        return bytes.toByteArray();
    }
}
