package botdefense.decision;

/** What a request gets: the mildest measure that works. */
public enum Verdict {
    ALLOW, THROTTLE
}
