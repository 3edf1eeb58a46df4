package ticketing.order;

import contract.problem.Problem;
import ticketing.admission.AdmissionProblems;

/** Why nothing was bought, in the contract's words. */
final class OrderProblems {

    private OrderProblems() {}

    static Problem noOrder() {
        return Problem.of(404, "not-found", "There is no such order",
                "Open it by the link in your mail, or with its secret.");
    }

    static Problem keyMissing() {
        return Problem.of(400, "idempotency-key-missing", "The request could be sent twice by accident",
                "Send an Idempotency-Key header: a new value for every order or refund, the same for a retry.");
    }

    static Problem notPaid() {
        return Problem.of(409, "order-not-paid", "The order is not paid",
                "There is nothing to give back or to send. Look at its state again in a moment.");
    }

    static Problem of(TicketChangeOutcome outcome) {
        return switch (outcome) {
            case TicketChangeOutcome.Done done -> throw new IllegalArgumentException("a change is no problem");
            case TicketChangeOutcome.NotValid not -> Problem.of(409, "ticket-not-valid",
                    "This is no valid ticket of the order", "Read the order again; it may have been replaced.");
            case TicketChangeOutcome.NotOffered not -> Problem.of(409, "change-not-offered",
                    "The organizer does not offer this",
                    "The event's order terms say what is offered, and until when.");
            case TicketChangeOutcome.Inside inside -> Problem.of(409, "ticket-in-use",
                    "Somebody is inside with this ticket", "A ticket that was used stays as it is.");
            case TicketChangeOutcome.EventHasBegun begun -> Problem.of(409, "event-begun",
                    "The event has begun", "Tickets change before that only.");
        };
    }

    static Problem of(OrderOutcome outcome) {
        return switch (outcome) {
            case OrderOutcome.Placed placed -> throw new IllegalArgumentException("an order is no problem");
            case OrderOutcome.NotAllowed refused -> AdmissionProblems.of(refused.why());
            case OrderOutcome.NoHold none -> Problem.of(404, "not-found", "There is no such hold",
                    "It was given back, or is another session's. Pick your seats again.");
            case OrderOutcome.HoldExpired expired -> Problem.of(410, "hold-expired",
                    "Your time to buy these seats is over", "They are on sale again. Pick seats and try once more.");
            case OrderOutcome.HoldUsed used -> Problem.of(409, "hold-used", "These seats are ordered already",
                    "Look at the order; a hold becomes one order.");
            case OrderOutcome.OverLimit over -> Problem.of(422, "over-limit", "That is too many seats for one buyer",
                    "You may buy %d more for this event.".formatted(over.seatsAllowed()))
                    .with("seatsAllowed", over.seatsAllowed());
            case OrderOutcome.NotOnSale not -> Problem.of(422, "not-on-sale", "The event is not on sale",
                    "Its page says why.");
            case OrderOutcome.UnknownPromoCode unknown -> Problem.of(422, "unknown-promo-code",
                    "This promo code is not good here", "Check its spelling and its dates, or buy without it.");
            case OrderOutcome.PromoCodeUsedUp used -> Problem.of(409, "promo-code-used-up",
                    "This promo code is used up", "Others were faster. Buy without it; your seats are still held.");
            case OrderOutcome.PromoCodeNotApplicable not -> Problem.of(422, "promo-code-not-applicable",
                    "This promo code is for other seats", "Hold seats of its categories, or buy without it.");
            case OrderOutcome.AttendeesMissing missing -> Problem.of(422, "attendees-missing",
                    "The organizer wants to know who comes", "Send `attendees` with a name for each of these seats.")
                    .with("seats", missing.seats());
            case OrderOutcome.AttendeesUnwanted unwanted -> Problem.of(422, "attendees-unwanted",
                    "Nobody asks who comes to these seats",
                    "Leave these names out: they are of seats that you do not hold, or the organizer wants none.")
                    .with("seats", unwanted.seats());
            case OrderOutcome.PaymentDeclined declined -> Problem.of(402, "payment-declined",
                    "The payment was declined", "Your seats are still held. Pay in another way.");
            case OrderOutcome.UnknownMethod unknown -> Problem.of(422, "unknown-payment-method",
                    "There is no such way to pay", "Pay by one of the methods that are offered.");
            case OrderOutcome.UnknownToken unknown -> Problem.of(422, "unknown-payment-token",
                    "The payment provider does not know this token", "Start the payment again.");
        };
    }
}
