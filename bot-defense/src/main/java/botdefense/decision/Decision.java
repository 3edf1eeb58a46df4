package botdefense.decision;

import java.time.Instant;
import java.util.List;

import botdefense.Action;

/**
 * What was decided on one request and why (B1).
 *
 * @param reference     what a fan who was refused can quote
 * @param risk          the sum of the signals' points, at most 100
 * @param policyVersion the weights and thresholds that were in force
 * @param address       the client's network, not its address
 */
public record Decision(String reference, Instant at, Action action, Verdict verdict, int risk, List<Signal> signals,
        int policyVersion, String address) {

    public Decision {
        signals = List.copyOf(signals);
    }
}
