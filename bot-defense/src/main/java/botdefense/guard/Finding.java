package botdefense.guard;

import java.time.Duration;

/**
 * What a rule saw; its weight is the policy's business.
 *
 * @param rule     id of the rule, known to the policy
 * @param family   see {@link botdefense.decision.Signal}
 * @param evidence what was seen, without anything that names a person
 * @param retryIn     when it is worth asking again
 */
public record Finding(String rule, String family, String evidence, Duration retryIn) {}
