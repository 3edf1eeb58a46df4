package ticketing.ticket;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import ticketing.mail.MailWriter;
import ticketing.order.OrderDetails;
import ticketing.order.ReadOrder;
import ticketing.order.Ticket;
import ticketing.order.TicketOrder;

/** Writes the letter that brings a ticket to its new holder. It tells nothing of the order, which stays its buyer's. */
@ApplicationScoped
class HolderMail implements MailWriter {

    private final ReadOrder readOrder;
    private final TicketPdf pdf;
    private final Template text;
    private final Template html;

    HolderMail(ReadOrder readOrder, TicketPdf pdf, @Location("mail/ticket-holder.txt") Template text,
            @Location("mail/ticket-holder.html") Template html) {
        this.readOrder = readOrder;
        this.pdf = pdf;
        this.text = text;
        this.html = html;
    }

    @Override
    public String kind() {
        return TicketOrder.HOLDER_MAIL;
    }

    /** A ticket that was replaced again, or taken back, before its letter went out gets none. */
    @Override
    public Optional<Letter> write(String ticketId) {
        var id = UUID.fromString(ticketId);
        return readOrder.readByTicket(id).flatMap(order -> order.tickets().stream()
                .filter(ticket -> ticket.valid() && ticket.id().equals(id))
                .findFirst()
                .flatMap(ticket -> write(order, ticket)));
    }

    private Optional<Letter> write(OrderDetails order, Ticket ticket) {
        return ticket.holder().flatMap(holder -> holder.email().map(email -> new Letter(email,
                ("Your ticket for " + order.event().title()).replaceAll("\\p{Cntrl}", " "),
                render(text, order, ticket, holder), render(html, order, ticket, holder),
                List.of(new Attachment("ticket.pdf", "application/pdf", pdf.of(order, List.of(ticket)))))));
    }

    private static String render(Template template, OrderDetails order, Ticket ticket, Ticket.Holder holder) {
        var event = order.event();
        return template
                .data("name", holder.name())
                .data("buyer", order.order().facts().buyer().name())
                .data("title", event.title())
                .data("date", TicketPdf.DATE.format(event.startsAt().atZone(event.timezone())))
                .data("place", event.venue() + ", " + event.address() + ", " + event.city())
                .data("seat", ticket.label())
                .render();
    }
}
