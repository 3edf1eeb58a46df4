package ticketing.waitinglist;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.terms.Terms;

/** Lines a fan up for an event that has not so many seats left. */
@ApplicationScoped
class JoinWaitingList {

    private final WaitingStore store;
    private final WaitingSecret secrets;
    private final Terms terms;

    JoinWaitingList(WaitingStore store, WaitingSecret secrets, Terms terms) {
        this.store = store;
        this.secrets = secrets;
        this.terms = terms;
    }

    @Transactional
    JoinOutcome join(Wish wish) {
        if (!terms.of(wish.eventId()).waitingList()) {
            return new JoinOutcome.NotOffered();
        }
        var free = store.free(wish.eventId());
        if (ServeWaitingList.fits(wish.category(), wish.quantity(), free)) {
            return new JoinOutcome.SeatsFree();
        }
        var id = UUID.randomUUID();
        return store.join(id, wish, secrets.emailDigest(wish.email()))
                ? new JoinOutcome.Joined(store.find(id).orElseThrow(), secrets.of(id))
                : new JoinOutcome.AlreadyWaiting();
    }

    /** Who waits for what. */
    record Wish(String eventId, String email, Optional<String> category, int quantity) {}

    /** What became of it. */
    sealed interface JoinOutcome {

        record Joined(WaitingEntry entry, String secret) implements JoinOutcome {}

        /** So many seats can be bought now. */
        record SeatsFree() implements JoinOutcome {}

        record AlreadyWaiting() implements JoinOutcome {}

        /** The organizer wants no waiting list. */
        record NotOffered() implements JoinOutcome {}
    }
}
