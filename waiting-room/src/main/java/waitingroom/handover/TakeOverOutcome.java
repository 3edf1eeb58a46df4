package waitingroom.handover;

import waitingroom.visitor.Visitor;

/** What became of a wish to take a place over. */
sealed interface TakeOverOutcome {

    /** @param visitor who holds the place now */
    record Moved(Visitor visitor) implements TakeOverOutcome {}

    /** There is no such code: made up, used already, too old, or of this very browser. */
    record NoOffer() implements TakeOverOutcome {}

    /** This device has a place of its own; it must not be lost by a slip of the thumb. */
    record HasPlace() implements TakeOverOutcome {}

    /** The place was admitted, given up or expired in the meantime. */
    record Over() implements TakeOverOutcome {}
}
