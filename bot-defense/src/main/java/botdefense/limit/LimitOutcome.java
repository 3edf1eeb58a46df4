package botdefense.limit;

import contract.problem.Problem;

/** What became of the wish to take from a limit. */
public sealed interface LimitOutcome {

    /** There was room, and it is taken now. */
    record Taken() implements LimitOutcome {}

    /** There was none; the problem is ready to be answered, and the decision is kept under its reference. */
    record Refused(Problem problem) implements LimitOutcome {}
}
