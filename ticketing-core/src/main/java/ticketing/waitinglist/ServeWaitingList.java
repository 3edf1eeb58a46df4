package ticketing.waitinglist;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.hold.OfferSeats;
import ticketing.mail.MailQueue;

/**
 * Holds what has come back for those who wait, in the order of joining. Whoever wishes more seats than are free is
 * passed over until there are enough, and keeps the place; while nobody else waits, those seats are on sale.
 */
@ApplicationScoped
class ServeWaitingList {

    private static final int BATCH = 100;

    private final WaitingStore store;
    private final OfferSeats offerSeats;
    private final MailQueue mails;
    private final WaitingListConfig config;

    ServeWaitingList(WaitingStore store, OfferSeats offerSeats, MailQueue mails, WaitingListConfig config) {
        this.store = store;
        this.offerSeats = offerSeats;
        this.mails = mails;
        this.config = config;
    }

    /** Ends offers that were taken or missed, and lines of sales that are over; the events that have a line. */
    @Transactional
    List<String> eventsToServe() {
        store.settle();
        return store.events();
    }

    /** Whether somebody was served, so that there may be more to do. */
    @Transactional
    boolean serveNext(String eventId) {
        var free = store.free(eventId);
        for (var wish : store.lockLine(eventId, BATCH)) {
            var fits = fits(wish.category(), wish.quantity(), free);
            if (fits && serve(wish)) {
                return true;
            }
            store.passOver(wish.id(), !fits && fits(wish.category(), 1, free));
        }
        return false;
    }

    private boolean serve(WaitingEntry.Wish wish) {
        var offer = offerSeats.offer(wish.eventId(), wish.category(), wish.quantity(), config.offer());
        offer.ifPresent(held -> {
            store.offer(wish.id(), held);
            mails.queue(OfferMail.KIND, wish.id().toString());
        });
        return offer.isPresent();
    }

    static boolean fits(Optional<String> category, int quantity, Map<String, Integer> free) {
        return category.map(id -> free.getOrDefault(id, 0) >= quantity)
                .orElseGet(() -> free.values().stream().anyMatch(seats -> seats >= quantity));
    }
}
