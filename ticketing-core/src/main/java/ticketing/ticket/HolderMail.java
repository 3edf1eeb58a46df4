package ticketing.ticket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import ticketing.mail.LetterForms;
import ticketing.mail.LetterLanguages;
import ticketing.mail.MailWriter;
import ticketing.order.OrderDetails;
import ticketing.order.ReadOrder;
import ticketing.order.Ticket;
import ticketing.order.TicketOrder;
import ticketing.time.WrittenDate;

/** Writes the letter that brings a ticket to its new holder. It tells nothing of the order, which stays its buyer's. */
@ApplicationScoped
class HolderMail implements MailWriter {

    private final ReadOrder readOrder;
    private final TicketPdf pdf;
    private final LetterForms forms;

    HolderMail(ReadOrder readOrder, TicketPdf pdf, @Location("mail/ticket-holder.txt") Template text,
            @Location("mail/ticket-holder.html") Template html) {
        this.readOrder = readOrder;
        this.pdf = pdf;
        this.forms = new LetterForms(text, html);
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
        return ticket.holder().flatMap(holder -> holder.email()
                .map(email -> write(email, order, ticket, holder.name())));
    }

    private Letter write(String email, OrderDetails order, Ticket ticket, String name) {
        var event = order.event();
        return forms.fill(email, "Your ticket for " + event.title(), Map.of(
                "name", name,
                "buyer", order.order().facts().buyer().name(),
                "title", event.title(),
                "date", WrittenDate.of(event.startsAt(), event.timezone()),
                "german", LetterLanguages.germanIn(event.country()),
                "germanDate", WrittenDate.german(event.startsAt(), event.timezone()),
                "place", event.venue() + ", " + event.address() + ", " + event.city(),
                "seat", ticket.label()),
                new Attachment("ticket.pdf", "application/pdf", pdf.of(order, List.of(ticket), TicketPaper.A4,
                        TicketWords.ENGLISH)));
    }
}
