package ticketing.hold;

import java.util.List;

/** What became of the wish to take seats off the sale, or to put them back. */
sealed interface BlockOutcome {

    /** @param seats how many changed; the others were as wished before */
    record Changed(int seats) implements BlockOutcome {}

    /** Fans have these; nothing was changed. */
    record Taken(List<String> seats) implements BlockOutcome {}

    /** The event has no such seats on sale; nothing was changed. */
    record Unknown(List<String> seats) implements BlockOutcome {}
}
