package ticketing.order;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import ticketing.buyer.LinkedBuyers;

/** How many seats of an event one buyer may have: by the address of the order, and by all that hangs together with it. */
@ApplicationScoped
class BuyerLimit {

    private final BuyerShareStore shares;
    private final LinkedBuyers linked;
    private final OrderSecrets secrets;

    BuyerLimit(BuyerShareStore shares, LinkedBuyers linked, OrderSecrets secrets) {
        this.shares = shares;
        this.linked = linked;
        this.secrets = secrets;
    }

    /** Claims the buyer's share of the event; why not, if not. */
    Optional<OrderOutcome> claim(String eventId, LinkedBuyers.Who who, int seats) {
        var email = secrets.emailDigest(who.email());
        var left = linked.seatsLeft(eventId, who).orElse(0);
        if (left >= seats && shares.claim(eventId, email, seats)) {
            return Optional.empty();
        }
        return Optional.of(shares.left(eventId, email)
                .<OrderOutcome>map(own -> new OrderOutcome.OverLimit(Math.max(0, Math.min(own, left))))
                .orElseGet(OrderOutcome.NotOnSale::new));
    }

    void giveBack(String eventId, TicketOrder.Buyer buyer, int seats) {
        shares.giveBack(eventId, secrets.emailDigest(buyer.email()), seats);
    }

    void note(TicketOrder.Facts order, Optional<String> deviceKey) {
        linked.note(order.code(), order.eventId(), new LinkedBuyers.Who(order.buyer().email(), deviceKey));
    }

    /** The card that paid for the order. */
    void notePayment(TicketOrder.Facts order, String fingerprint) {
        linked.notePayment(order.code(), order.eventId(), fingerprint);
    }
}
