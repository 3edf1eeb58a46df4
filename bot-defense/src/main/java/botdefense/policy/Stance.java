package botdefense.policy;

/** How the defense as a whole stands; one word that an admin can change in a hurry. Limits hold in every stance. */
public enum Stance {
    /** The kill switch: nothing is scored, lists are not consulted. */
    OFF,
    /** Everything is scored and written down, nothing is done. */
    SHADOW, NORMAL,
    /** Everybody who joins solves a light puzzle. */
    HIGH_DEMAND,
    /** Everybody who joins solves a medium puzzle, twice as hard as usual. */
    UNDER_ATTACK
}
