package botdefense.policy;

/**
 * What the policy says about one rule.
 *
 * @param family     rules of one family share a cause and do not confirm each other
 * @param points     what a full sighting weighs; of the family {@code credit}, what it takes off
 * @param percentage of the clients it is heard about; the others see it in shadow
 * @param hard       whether it may lead to a denial without a second family
 * @param budget     percent of the probable fans it may stand in the way of; beyond, it puts itself into shadow
 * @param demoted    when and why it did; empty unless it stands in shadow because of that
 */
public record RuleSetting(String family, int points, Mode mode, Integer percentage, Boolean hard, Integer budget,
        String demoted) {

    /** Rules of this family speak for a client. */
    public static final String CREDIT = "credit";

    /** Rules of this family are counters: a sighting means wait, whatever the risk. */
    public static final String LIMIT = "limit";

    /** Rules of this family repeat what an admin wrote down. */
    public static final String LIST = "list";

    private static final int ALL = 100;
    private static final int USUAL_BUDGET = 5;
    private static final int LONGEST_REASON = 500;

    public RuleSetting {
        percentage = percentage == null ? ALL : percentage;
        hard = hard != null && hard;
        budget = budget == null ? USUAL_BUDGET : budget;
        demoted = mode != Mode.SHADOW || demoted == null
                ? ""
                : demoted.substring(0, Math.min(LONGEST_REASON, demoted.length()));
    }

    boolean isCredit() {
        return family.equals(CREDIT);
    }

    /** Whether it puts itself into shadow when it does harm: what admins wrote down and counters do not. */
    public boolean onProbation() {
        return mode == Mode.ENFORCE && !isCredit() && !family.equals(LIMIT) && !family.equals(LIST);
    }

    RuleSetting demoted(String reason) {
        return new RuleSetting(family, points, Mode.SHADOW, percentage, hard, budget, reason);
    }
}
