package ticketing.waitinglist;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import ticketing.event.EventView;
import ticketing.event.Events;
import ticketing.mail.MailWriter;

/** Writes the letter that tells a fan that seats are held, by the link to them. */
@ApplicationScoped
class OfferMail implements MailWriter {

    static final String KIND = "waiting-list-offer";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm",
            Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

    private final OfferLetters letters;
    private final Events events;
    private final Template text;
    private final Template html;

    OfferMail(OfferLetters letters, Events events, @Location("mail/waiting-list-offer.txt") Template text,
            @Location("mail/waiting-list-offer.html") Template html) {
        this.letters = letters;
        this.events = events;
        this.text = text;
        this.html = html;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** An offer that is over before its letter went out is not told. */
    @Override
    public Optional<Letter> write(String entry) {
        return letters.of(UUID.fromString(entry))
                .flatMap(offer -> events.find(offer.eventId()).map(event -> write(offer, event)));
    }

    private Letter write(OfferLetters.OfferLetter offer, EventView event) {
        var subject = "Seats for " + event.title() + " are held for you";
        return new Letter(offer.email(), subject.replaceAll("\\p{Cntrl}", " "), render(text, offer, event),
                render(html, offer, event), List.of());
    }

    private static String render(Template template, OfferLetters.OfferLetter offer, EventView event) {
        var zone = ZoneId.of(event.venue().timezone());
        return template
                .data("title", event.title())
                .data("date", DATE.format(event.startsAt().atZone(zone)))
                .data("place", event.venue().name() + ", " + event.venue().city())
                .data("quantity", offer.quantity())
                .data("until", TIME.format(offer.until().atZone(zone)))
                .data("link", offer.link())
                .render();
    }
}
