package ticketing.terms;

import java.time.Instant;
import java.util.Optional;

/**
 * What an organizer decides about orders of an event.
 *
 * @param holderChanges whether a ticket may get another holder
 * @param returns       whether a buyer may give single tickets back
 * @param returnsUntil  the end of that; empty when it is the event's beginning
 * @param waitingList   whether fans may line up once it is sold out
 * @param attendees     whether buyers name who comes
 */
public record OrderTerms(Fees fees, boolean holderChanges, boolean returns, Optional<Instant> returnsUntil,
        boolean waitingList, Attendees attendees) {

    /** Of an event nobody decided anything about. */
    static final OrderTerms DEFAULT = new OrderTerms(Fees.NONE, true, false, Optional.empty(), true,
            Attendees.NONE);
}
