package ticketing.waitinglist;

import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A place in the line as the organizer sees it.
 *
 * @param number       in the order of joining, with gaps
 * @param ahead        how many wait before it; of those who wait themselves
 * @param category     empty for any
 * @param passedOver   some seats are free, but fewer than wished
 * @param offeredUntil while seats are held for it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LinePlace(long number, State state, Optional<Long> ahead, Optional<String> category, int quantity,
        boolean passedOver, Instant joinedAt, Instant changedAt, Optional<Instant> offeredUntil) {

    /** What became of it so far. */
    enum State {
        WAITING, OFFERED, DONE, LAPSED, LEFT
    }
}
