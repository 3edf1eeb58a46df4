package waitingroom.handover;

import contract.problem.Problem;

/** The refusals on the way to another device. */
final class HandoverProblems {

    private HandoverProblems() {}

    static Problem notMovable() {
        return Problem.of(409, "not-movable", "There is no place here that could move",
                "A place moves while it waits or is called. Who is in the shop already stays on that device.");
    }

    static Problem handoverOver() {
        return Problem.of(410, "handover-over", "This code is not good any more",
                "A code works once, and for two minutes. Ask the device that has the place for another.");
    }

    static Problem placeExists() {
        return Problem.of(409, "place-exists", "This device has a place of its own",
                "Give it up first if you want the other one here. The code stays good as long as it would have.");
    }
}
