package botdefense.score;

/**
 * What a rule saw; its weight is the policy's business.
 *
 * @param rule     id of the rule, known to the policy
 * @param percent  how much of the rule's points it is worth
 * @param evidence what was seen, without anything that names a person
 */
public record Sighting(String rule, int percent, String evidence) {

    private static final int FULL = 100;

    public static Sighting of(String rule, String evidence) {
        return new Sighting(rule, FULL, evidence);
    }
}
