package ticketing.order;

/** What became of the wish to change a single ticket. */
sealed interface TicketChangeOutcome {

    record Done() implements TicketChangeOutcome {}

    /** It was cancelled, replaced, or never was of this order. */
    record NotValid() implements TicketChangeOutcome {}

    /** The organizer does not offer it, or not any more. */
    record NotOffered() implements TicketChangeOutcome {}

    /** Somebody is inside with it. */
    record Inside() implements TicketChangeOutcome {}

    record EventHasBegun() implements TicketChangeOutcome {}
}
