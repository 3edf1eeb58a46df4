package ticketing.eventrefund;

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
import ticketing.time.WrittenDate;

/** Writes the letter that tells a buyer that the event is cancelled and the money goes back. */
@ApplicationScoped
class EventCancelledMail implements MailWriter {

    static final String KIND = "event-cancelled";

    private final ReadOrder readOrder;
    private final LetterForms forms;

    EventCancelledMail(ReadOrder readOrder, @Location("mail/event-cancelled.txt") Template text,
            @Location("mail/event-cancelled.html") Template html) {
        this.readOrder = readOrder;
        this.forms = new LetterForms(text, html);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Letter> write(String code) {
        return readOrder.read(code).map(this::write);
    }

    private Letter write(OrderDetails order) {
        var event = order.event();
        var facts = order.order().facts();
        return forms.fill(facts.buyer().email(), "Cancelled: " + event.title() + " (" + facts.code() + ")", Map.of(
                "name", facts.buyer().name(),
                "code", facts.code(),
                "title", event.title(),
                "date", WrittenDate.of(event.startsAt(), event.timezone()),
                "german", LetterLanguages.germanIn(event.country()),
                "germanDate", WrittenDate.german(event.startsAt(), event.timezone()),
                "place", event.venue() + ", " + event.city(),
                "refunded", order.refunded().text()));
    }
}
