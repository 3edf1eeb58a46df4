package waitingroom.failopen;

import java.time.Instant;

/**
 * An operator's word on what to do while the store is away, good for a while; the latest one counts.
 *
 * @param since when it was given
 * @param until from then on doors stay shut again; {@code since} itself when the operator switched off
 * @param staff who gave it; an id
 */
public record Opening(Instant since, Instant until, String staff, String reason) {

    static final Opening NEVER = new Opening(Instant.EPOCH, Instant.EPOCH, "", "");

    boolean isOpenAt(Instant now) {
        return now.isBefore(until);
    }
}
