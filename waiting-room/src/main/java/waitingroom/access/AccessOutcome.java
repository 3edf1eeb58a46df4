package waitingroom.access;

import java.time.Duration;

/** What became of a wish for a new place where access codes are asked for. */
sealed interface AccessOutcome {

    record Granted() implements AccessOutcome {}

    /** None was brought. */
    record Required() implements AccessOutcome {}

    record Unknown() implements AccessOutcome {}

    /** It has served as many as it was made for. */
    record UsedUp() implements AccessOutcome {}

    /** Too many wrong ones lately: not even a good one is looked at. */
    record SlowDown(Duration pause) implements AccessOutcome {}
}
