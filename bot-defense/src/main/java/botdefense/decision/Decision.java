package botdefense.decision;

import java.time.Instant;
import java.util.List;

import botdefense.Action;
import botdefense.policy.Verdict;
import botdefense.score.Signal;

/**
 * What was decided on one request and why (B1).
 *
 * @param reference     what a fan who was refused can quote
 * @param risk          what the signals that count come to, 0 to 100
 * @param policyVersion the weights and thresholds that were in force
 * @param address       the client's network, not its address
 * @param unshadowed    what it would have been if rules in shadow counted too
 * @param device        thumbprint of the key the client named, as lists take it; empty without one
 * @param scope         the release, event or hold it was about
 */
public record Decision(String reference, Instant at, Action action, Verdict verdict, int risk, List<Signal> signals,
        int policyVersion, String address, Unshadowed unshadowed, String device, String scope) {

    public Decision {
        signals = List.copyOf(signals);
    }

    /** Whether anything would be different if rules in shadow counted. */
    boolean isShadowOnly() {
        return unshadowed != null && unshadowed.verdict() != verdict;
    }

    /** What would have been. */
    public record Unshadowed(int risk, Verdict verdict) {}
}
