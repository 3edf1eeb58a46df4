package botdefense.guard;

import java.time.Duration;

import botdefense.score.Sighting;

/**
 * What a rule saw that had to ask the store; its weight is the policy's business.
 *
 * @param rule     id of the rule, known to the policy
 * @param percent  how much of the rule's points it is worth
 * @param evidence what was seen, without anything that names a person
 * @param retryIn  when it is worth asking again; of a limit only
 */
public record Finding(String rule, int percent, String evidence, Duration retryIn) {

    private static final int FULL = 100;

    /** A limit that is used up: whatever the risk, the client waits. */
    public static Finding ofLimit(String rule, String evidence, Duration retryIn) {
        return new Finding(rule, FULL, evidence, retryIn);
    }

    boolean isLimit() {
        return !retryIn.isZero();
    }

    Sighting sighting() {
        return new Sighting(rule, percent, evidence);
    }
}
