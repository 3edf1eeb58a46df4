package ticketing.hold;

/** What became of the wish for more time. */
sealed interface ExtensionOutcome {

    record Extended(SeatHold.Active hold) implements ExtensionOutcome {}

    /** It was extended before. */
    record UsedUp() implements ExtensionOutcome {}

    /** The deadline came first. */
    record Over() implements ExtensionOutcome {}

    /** Ordered, bought or given back: there is nothing to extend. */
    record NotActive(SeatHold hold) implements ExtensionOutcome {}
}
