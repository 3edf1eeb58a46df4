package ticketing.order;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import ticketing.admission.SessionDoor;
import ticketing.admission.Shopper;
import ticketing.hold.HoldBook;
import ticketing.terms.Bill;

/** Tells what a hold would cost with a promo code. Nothing is taken: another may use the code up before the order. */
@ApplicationScoped
class QuoteOrder {

    private final SessionDoor door;
    private final HoldBook holds;
    private final PriceOrder priceOrder;

    QuoteOrder(SessionDoor door, HoldBook holds, PriceOrder priceOrder) {
        this.door = door;
        this.holds = holds;
        this.priceOrder = priceOrder;
    }

    /** Empty when it is not this session's hold. */
    @Transactional
    Optional<Quote> quote(UUID holdId, String promoCode, Shopper shopper) {
        return door.find(shopper).flatMap(session -> holds.find(holdId, session.id())).map(hold -> {
            var claim = hold.claim();
            return switch (priceOrder.look(claim, promoCode)) {
                case PriceOrder.Pricing.Refused refused -> new Quote.Refused(refused.outcome());
                case PriceOrder.Pricing.Priced priced -> new Quote.Offered(
                        OrderLine.bill(priced.lines(), claim.fees().taxBasisPoints()), claim.currency());
            };
        });
    }

    /** What it would cost, or why the code does not count. */
    sealed interface Quote {

        record Offered(Bill bill, String currency) implements Quote {}

        record Refused(OrderOutcome outcome) implements Quote {}
    }
}
