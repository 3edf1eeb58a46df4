package botdefense.decision;

/**
 * One observation that speaks against a request.
 *
 * @param id       the rule that made it
 * @param family   observations of one family share a cause and do not confirm each other
 * @param points   its weight in the policy of that moment
 * @param evidence what was seen, without anything that names a person
 */
public record Signal(String id, String family, int points, String evidence) {}
