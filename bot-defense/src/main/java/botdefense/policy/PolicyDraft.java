package botdefense.policy;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.constraints.Size;

/**
 * A policy as an admin sends it: what is left out stays as it is, so that a policy that was read can be sent back whole
 * or in part. Version, author and time are ours and not read.
 */
public record PolicyDraft(Integer version, Instant at, String author, @Size(max = 500) String comment, Stance stance,
        Map<String, RuleSetting> rules, Map<String, Integer> families, Integer creditCap, Integer hysteresis,
        Map<String, Ladder> thresholds, ChallengeSetting challenge) {

    /** The draft over what is in force; rules that are newer than that come in as they come along. */
    public Policy over(Policy base) {
        var all = merged(PolicyReader.builtIn().rules(), base.rules());
        var known = all.keySet();
        if (rules != null && !known.containsAll(rules.keySet())) {
            throw new InvalidPolicyException(rules.keySet().stream().filter(id -> !known.contains(id))
                    .map(id -> new Policy.Mistake("/rules/" + id, "there is no such rule")).toList());
        }
        return new Policy(stance == null ? base.stance() : stance, merged(all, rules),
                merged(base.families(), families), creditCap == null ? base.creditCap() : creditCap,
                hysteresis == null ? base.hysteresis() : hysteresis, merged(base.thresholds(), thresholds),
                challenge == null ? base.challenge() : challenge);
    }

    private static <T> Map<String, T> merged(Map<String, T> base, Map<String, T> changes) {
        var both = new TreeMap<>(base);
        if (changes != null) {
            both.putAll(changes);
        }
        return both;
    }
}
