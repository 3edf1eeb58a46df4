package ticketing.waitinglist;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import ticketing.event.EventView;
import ticketing.event.Events;
import ticketing.mail.LetterForms;
import ticketing.mail.LetterLanguages;
import ticketing.mail.MailWriter;
import ticketing.time.WrittenDate;

/** Writes the letter that tells a fan that seats are held, by the link to them. */
@ApplicationScoped
class OfferMail implements MailWriter {

    static final String KIND = "waiting-list-offer";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm zzz", Locale.ENGLISH);

    private final OfferLetters letters;
    private final Events events;
    private final LetterForms forms;

    OfferMail(OfferLetters letters, Events events, @Location("mail/waiting-list-offer.txt") Template text,
            @Location("mail/waiting-list-offer.html") Template html) {
        this.letters = letters;
        this.events = events;
        this.forms = new LetterForms(text, html);
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
        var zone = ZoneId.of(event.venue().timezone());
        return forms.fill(offer.email(), "Seats for " + event.title() + " are held for you", Map.of(
                "title", event.title(),
                "date", WrittenDate.of(event.startsAt(), zone),
                "german", LetterLanguages.germanIn(event.venue().country()),
                "germanDate", WrittenDate.german(event.startsAt(), zone),
                "place", event.venue().name() + ", " + event.venue().city(),
                "quantity", offer.quantity(),
                "until", TIME.format(offer.until().atZone(zone)),
                "link", offer.link()));
    }
}
