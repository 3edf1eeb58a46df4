package botdefense.appeal;

import java.time.Instant;

/**
 * A fan's word against a decision.
 *
 * <pre>
 *   OPEN ──grant──▶ GRANTED   the device is let pass for a day
 *     └────reject─▶ REJECTED
 * </pre>
 *
 * @param reference of the decision, and of the appeal: there is one of each decision
 * @param scope     the release or event it was about
 * @param place     in the queue, if the fan has one
 * @param reason    of the answer, for the fan to read
 */
public record Appeal(String reference, Instant at, String message, String scope, Long place, State state,
        String reason, String staff, Instant answeredAt) {

    /** How it stands. */
    public enum State {
        OPEN, GRANTED, REJECTED
    }

    Appeal answered(boolean granted, String because, String by, Instant when) {
        return new Appeal(reference, at, message, scope, place, granted ? State.GRANTED : State.REJECTED, because, by,
                when);
    }
}
