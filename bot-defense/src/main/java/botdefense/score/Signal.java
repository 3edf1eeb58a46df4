package botdefense.score;

import botdefense.policy.Mode;

/**
 * One observation that speaks against a request, or for it.
 *
 * @param id       the rule that made it
 * @param family   observations of one family share a cause and do not confirm each other
 * @param points   its weight in the policy of that moment
 * @param evidence what was seen, without anything that names a person
 * @param mode     whether it counted
 */
public record Signal(String id, String family, int points, String evidence, Mode mode) {}
