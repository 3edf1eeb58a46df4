package ticketing.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Writes down which card paid for an order, so that limits find the buyer again under another name. */
@ApplicationScoped
class NotePayment {

    private final BuyerLimit limit;

    NotePayment(BuyerLimit limit) {
        this.limit = limit;
    }

    @Transactional
    void note(TicketOrder.Facts order, String fingerprint) {
        limit.notePayment(order, fingerprint);
    }
}
