package botdefense.policy;

/** What a request gets, the milder first: the mildest measure that works. */
public enum Verdict {
    /** Goes on. */
    ALLOW,
    /** Goes on, but only so often. */
    THROTTLE,
    /** Goes on once a puzzle is solved, or after a wait. */
    CHALLENGE,
    /** Keeps what it has until somebody looked. */
    REVIEW,
    /** Refused, with a reason and a reference. */
    DENY
}
