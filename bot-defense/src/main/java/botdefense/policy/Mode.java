package botdefense.policy;

/** How far a rule's word goes. */
public enum Mode {
    /** The rule is not heard. */
    OFF,
    /** What it would have done is written down; a client sees nothing of it (B3). */
    SHADOW,
    /** It counts. */
    ENFORCE
}
