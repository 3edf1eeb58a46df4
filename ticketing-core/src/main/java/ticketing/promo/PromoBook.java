package ticketing.promo;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

/** What orders do to promo codes, inside their own transactions. */
@ApplicationScoped
public class PromoBook {

    private final PromoStore store;

    PromoBook(PromoStore store) {
        this.store = store;
    }

    /** Takes one use of the code; it is locked from then on. */
    public PromoOutcome take(String eventId, String code) {
        return store.take(eventId, spelled(code))
                .<PromoOutcome>map(row -> new PromoOutcome.Good(row.promo()))
                .orElseGet(() -> store.findOpen(eventId, spelled(code)).isPresent()
                        ? new PromoOutcome.UsedUp()
                        : new PromoOutcome.Unknown());
    }

    /** What the code would do, without taking a use of it. */
    public PromoOutcome look(String eventId, String code) {
        return store.findOpen(eventId, spelled(code))
                .map(row -> row.uses() < row.maxUses()
                        ? new PromoOutcome.Good(row.promo())
                        : new PromoOutcome.UsedUp())
                .orElseGet(PromoOutcome.Unknown::new);
    }

    /** The order that took the use came to nothing, or was taken back. */
    public void giveBack(String eventId, String code) {
        store.giveBack(eventId, spelled(code));
    }

    /** Locked in its place, after the buyer's share, when an order that may give its use back is settled (T6). */
    public void lock(String eventId, String code) {
        store.lock(eventId, spelled(code));
    }

    /** As codes are kept; what people type may be in small letters. */
    static String spelled(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
