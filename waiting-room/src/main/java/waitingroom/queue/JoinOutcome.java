package waitingroom.queue;

import java.time.Duration;

import contract.problem.Problem;

/** What became of a wish to join. */
sealed interface JoinOutcome {

    /** A new place, at the end. */
    record Placed(QueuePlace place) implements JoinOutcome {}

    /** The place the visitor has already; a retry is never a second place (W2). */
    record Kept(QueuePlace place) implements JoinOutcome {}

    /** A new place would be given; none is taken, because it was only asked for. */
    record New() implements JoinOutcome {}

    /** This device takes too many new places, or lacks the access code it takes. */
    record Refused(Problem problem) implements JoinOutcome {}

    record TooEarly(Duration pause) implements JoinOutcome {}

    record Closed() implements JoinOutcome {}

    record UnknownRelease() implements JoinOutcome {}
}
