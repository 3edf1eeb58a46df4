package waitingroom.release;

/** What became of a wish of the staff. A refusal is an answer, not an exception. */
sealed interface PlanOutcome {

    record Created(StoredRelease release) implements PlanOutcome {}

    record Changed(StoredRelease release) implements PlanOutcome {}

    record Deleted() implements PlanOutcome {}

    /** No such release, or one of an organization that is not the caller's. */
    record UnknownRelease() implements PlanOutcome {}

    record NotAllowed() implements PlanOutcome {}

    /** No such event, or not one of that organization. */
    record UnknownEvent() implements PlanOutcome {}

    /** The ticketing core did not say whose the event is. Nothing is created on a guess. */
    record CoreUnavailable() implements PlanOutcome {}

    record IfMatchMissing() implements PlanOutcome {}

    record Stale() implements PlanOutcome {}

    /** Somebody is in the queue already: how places are given cannot change any more. */
    record PolicyFixed() implements PlanOutcome {}
}
