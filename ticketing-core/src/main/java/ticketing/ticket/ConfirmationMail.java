package ticketing.ticket;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import ticketing.mail.MailWriter;
import ticketing.order.OrderDetails;
import ticketing.order.ReadOrder;
import ticketing.order.Ticket;
import ticketing.order.TicketOrder;

/** Writes the letter that brings the tickets: the link to the order, the tickets as PDF, the date for the calendar. */
@ApplicationScoped
class ConfirmationMail implements MailWriter {

    private final ReadOrder readOrder;
    private final TicketPdf pdf;
    private final TicketConfig config;
    private final Template text;
    private final Template html;

    ConfirmationMail(ReadOrder readOrder, TicketPdf pdf, TicketConfig config,
            @Location("mail/order-confirmation.txt") Template text,
            @Location("mail/order-confirmation.html") Template html) {
        this.readOrder = readOrder;
        this.pdf = pdf;
        this.config = config;
        this.text = text;
        this.html = html;
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
        var facts = order.order().facts();
        var subject = "Your tickets for " + order.event().title() + " (" + facts.code() + ")";
        return new Letter(facts.buyer().email(), subject.replaceAll("\\p{Cntrl}", " "), render(text, order),
                render(html, order), List.of(
                        new Attachment("tickets-" + facts.code() + ".pdf", "application/pdf", pdf.of(order)),
                        new Attachment("event.ics", "text/calendar; charset=utf-8; method=PUBLISH",
                                TicketCalendar.of(order).getBytes(StandardCharsets.UTF_8))));
    }

    private String render(Template template, OrderDetails order) {
        var event = order.event();
        var facts = order.order().facts();
        return template
                .data("name", facts.buyer().name())
                .data("code", facts.code())
                .data("title", event.title())
                .data("date", TicketPdf.DATE.format(event.startsAt().atZone(event.timezone())))
                .data("place", event.venue() + ", " + event.address() + ", " + event.city())
                .data("seats", order.tickets().stream().filter(Ticket::valid).map(Ticket::label).toList())
                .data("bill", PrintedBill.of(facts.bill(), facts.currency()))
                .data("link", config.publicUrl() + "/orders/" + facts.code() + "#" + order.secret())
                .render();
    }
}
