package ticketing.waitinglist;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** What the letter about an offer says, as long as the offer stands. */
@ApplicationScoped
class OfferLetters {

    private final WaitingStore store;
    private final WaitingSecret secrets;
    private final WaitingListConfig config;

    OfferLetters(WaitingStore store, WaitingSecret secrets, WaitingListConfig config) {
        this.store = store;
        this.secrets = secrets;
        this.config = config;
    }

    @Transactional
    Optional<OfferLetter> of(UUID id) {
        return store.find(id).flatMap(entry -> entry instanceof WaitingEntry.Offered offered
                ? store.addressOf(id).map(email -> letter(offered, email))
                : Optional.empty());
    }

    /** The secret stands behind the #, where it never leaves the browser but as authorization. */
    private OfferLetter letter(WaitingEntry.Offered entry, String email) {
        var wish = entry.wish();
        var link = config.publicUrl() + "/events/" + wish.eventId() + "#offer=" + wish.id() + "."
                + secrets.of(wish.id());
        return new OfferLetter(email, wish.eventId(), wish.quantity(), entry.until(), link);
    }

    record OfferLetter(String email, String eventId, int quantity, Instant until, String link) {}
}
