package botdefense.score;

import java.util.List;

import botdefense.policy.Ladder.Step;

/**
 * What the scorer makes of a request.
 *
 * @param full     what it would get if every rule that is not off counted
 * @param enforced what it gets
 */
public record Assessment(List<Signal> signals, Outcome full, Outcome enforced) {

    public Assessment {
        signals = List.copyOf(signals);
    }

    /** @param risk 0 to 100 */
    public record Outcome(int risk, Step step) {}
}
