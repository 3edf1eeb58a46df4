package ticketing.eventrefund;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import ticketing.mail.MailWriter;
import ticketing.order.OrderDetails;
import ticketing.order.ReadOrder;

/** Writes the letter that tells a buyer that the event is cancelled and the money goes back. */
@ApplicationScoped
class EventCancelledMail implements MailWriter {

    static final String KIND = "event-cancelled";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm",
            Locale.ENGLISH);

    private final ReadOrder readOrder;
    private final Template text;
    private final Template html;

    EventCancelledMail(ReadOrder readOrder, @Location("mail/event-cancelled.txt") Template text,
            @Location("mail/event-cancelled.html") Template html) {
        this.readOrder = readOrder;
        this.text = text;
        this.html = html;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(String code) {
        return readOrder.read(code).map(order -> {
            var subject = "Cancelled: " + order.event().title() + " (" + code + ")";
            return new Letter(order.order().facts().buyer().email(), subject.replaceAll("\\p{Cntrl}", " "),
                    render(text, order), render(html, order), List.of());
        });
    }

    private static String render(Template template, OrderDetails order) {
        var event = order.event();
        var facts = order.order().facts();
        return template
                .data("name", facts.buyer().name())
                .data("code", facts.code())
                .data("title", event.title())
                .data("date", DATE.format(event.startsAt().atZone(event.timezone())))
                .data("place", event.venue() + ", " + event.city())
                .data("refunded", order.refunded().text())
                .render();
    }
}
