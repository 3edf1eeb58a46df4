package ticketing.waitinglist;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A place in the line as whoever has its secret sees it.
 *
 * @param state  WAITING, OFFERED, DONE, LAPSED or LEFT
 * @param ahead  how many wait before
 * @param secret told once, by the answer to joining
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryView(UUID id, String secret, String eventId, String state, String category, int quantity, Long ahead,
        OfferView offer) {

    static EntryView of(WaitingEntry entry, long ahead) {
        var wish = entry.wish();
        var category = wish.category().orElse(null);
        return switch (entry) {
            case WaitingEntry.Waiting waiting -> new EntryView(wish.id(), null, wish.eventId(), "WAITING", category,
                    wish.quantity(), ahead, null);
            case WaitingEntry.Offered offered -> new EntryView(wish.id(), null, wish.eventId(), "OFFERED", category,
                    wish.quantity(), null, new OfferView(offered.hold(), offered.until()));
            case WaitingEntry.Ended ended -> new EntryView(wish.id(), null, wish.eventId(), ended.how(), category,
                    wish.quantity(), null, null);
        };
    }

    EntryView with(String itsSecret) {
        return new EntryView(id, itsSecret, eventId, state, category, quantity, ahead, offer);
    }

    record OfferView(UUID hold, Instant expiresAt) {}
}
