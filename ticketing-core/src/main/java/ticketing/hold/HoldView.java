package ticketing.hold;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import ticketing.terms.BillView;

/**
 * A hold as its owner sees it.
 *
 * @param total what is to be paid, fees included
 * @param bill  what makes it up
 */
record HoldView(UUID id, String state, String eventId, List<SeatView> seats, Money total, BillView bill,
        Instant expiresAt, boolean extendable) {

    static HoldView of(SeatHold hold) {
        return switch (hold) {
            case SeatHold.Active active -> of(hold.claim(), "ACTIVE", active.extendable());
            case SeatHold.Ordered ordered -> of(hold.claim(), "ORDERED", false);
            case SeatHold.Purchased purchased -> of(hold.claim(), "PURCHASED", false);
            case SeatHold.Released released -> of(hold.claim(), "RELEASED", false);
            case SeatHold.Expired expired -> of(hold.claim(), "EXPIRED", false);
        };
    }

    private static HoldView of(SeatHold.Claim claim, String state, boolean extendable) {
        var seats = claim.seats().stream().map(seat -> new SeatView(seat.id(), seat.label(), seat.categoryId(),
                seat.category(), new Money(seat.amount(), claim.currency()))).toList();
        var bill = claim.bill();
        return new HoldView(claim.id(), state, claim.eventId(), seats, new Money(bill.total(), claim.currency()),
                BillView.of(bill, claim.currency()), claim.expiresAt(), extendable);
    }

    record SeatView(String id, String label, String category, String categoryName, Money price) {}

    record Money(int amount, String currency) {}
}
