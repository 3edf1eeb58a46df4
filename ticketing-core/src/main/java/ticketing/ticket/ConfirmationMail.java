package ticketing.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

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

/** Writes the letter that brings the tickets: the link to the order, the tickets as PDF, the date for the calendar. */
@ApplicationScoped
class ConfirmationMail implements MailWriter {

    private final ReadOrder readOrder;
    private final TicketPdf pdf;
    private final TicketConfig config;
    private final LetterForms forms;

    ConfirmationMail(ReadOrder readOrder, TicketPdf pdf, TicketConfig config,
            @Location("mail/order-confirmation.txt") Template text,
            @Location("mail/order-confirmation.html") Template html) {
        this.readOrder = readOrder;
        this.pdf = pdf;
        this.config = config;
        this.forms = new LetterForms(text, html);
    }

    @Override
    public String kind() {
        return TicketOrder.CONFIRMATION_MAIL;
    }

    /** An order taken back before its letter went out gets none. */
    @Override
    public Optional<Letter> write(String code) {
        return readOrder.read(code)
                .filter(order -> order.order() instanceof TicketOrder.Paid)
                .map(this::write);
    }

    private Letter write(OrderDetails order) {
        var event = order.event();
        var facts = order.order().facts();
        return forms.fill(facts.buyer().email(), "Your tickets for " + event.title() + " (" + facts.code() + ")",
                Map.of("name", facts.buyer().name(),
                        "code", facts.code(),
                        "title", event.title(),
                        "date", WrittenDate.of(event.startsAt(), event.timezone()),
                        "german", LetterLanguages.germanIn(event.country()),
                        "germanDate", WrittenDate.german(event.startsAt(), event.timezone()),
                        "place", event.venue() + ", " + event.address() + ", " + event.city(),
                        "seats", order.tickets().stream().filter(Ticket::valid).map(Ticket::label).toList(),
                        "bill", PrintedBill.of(facts.bill(), facts.currency()),
                        "link", config.publicUrl() + "/orders/" + facts.code() + "#" + order.secret()),
                new Attachment("tickets-" + facts.code() + ".pdf", "application/pdf", pdf.of(order)),
                new Attachment("event.ics", "text/calendar; charset=utf-8; method=PUBLISH",
                        TicketCalendar.of(order).getBytes(StandardCharsets.UTF_8)));
    }
}
