package ticketing.order;

import java.util.List;
import java.util.Optional;

import ticketing.admission.SessionAccess;

/** What became of the wish to buy what is held. */
sealed interface OrderOutcome {

    /** @param clientSecret with which the fan's browser finishes the payment, where the bank asks the fan */
    record Placed(TicketOrder order, String secret, Optional<String> clientSecret) implements OrderOutcome {}

    record NotAllowed(SessionAccess.Refusal why) implements OrderOutcome {}

    /** Not the session's hold, or given back. */
    record NoHold() implements OrderOutcome {}

    record HoldExpired() implements OrderOutcome {}

    record HoldUsed() implements OrderOutcome {}

    /** The buyer's orders for the event would have too many seats. */
    record OverLimit(int seatsAllowed) implements OrderOutcome {}

    /** The event was cancelled, or the session has no order left. */
    record NotOnSale() implements OrderOutcome {}

    /** The event has no such promo code, or not now. */
    record UnknownPromoCode() implements OrderOutcome {}

    record PromoCodeUsedUp() implements OrderOutcome {}

    /** The code is for other categories. */
    record PromoCodeNotApplicable() implements OrderOutcome {}

    /** The organizer wants a name for each of these seats. */
    record AttendeesMissing(List<String> seats) implements OrderOutcome {}

    /** Names for seats that are not in the hold, or of an event that asks for none. */
    record AttendeesUnwanted(List<String> seats) implements OrderOutcome {}

    record PaymentDeclined() implements OrderOutcome {}

    record UnknownMethod() implements OrderOutcome {}

    record UnknownToken() implements OrderOutcome {}
}
