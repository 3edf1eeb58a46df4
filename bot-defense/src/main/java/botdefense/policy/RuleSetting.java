package botdefense.policy;

/**
 * What the policy says about one rule.
 *
 * @param family     rules of one family share a cause and do not confirm each other
 * @param points     what a full sighting weighs; of the family {@code credit}, what it takes off
 * @param percentage of the clients it is heard about; the others see it in shadow
 * @param hard       whether it may lead to a denial without a second family
 */
public record RuleSetting(String family, int points, Mode mode, Integer percentage, Boolean hard) {

    /** Rules of this family speak for a client. */
    public static final String CREDIT = "credit";

    /** Rules of this family are counters: a sighting means wait, whatever the risk. */
    public static final String LIMIT = "limit";

    private static final int ALL = 100;

    public RuleSetting {
        percentage = percentage == null ? ALL : percentage;
        hard = hard != null && hard;
    }

    boolean isCredit() {
        return family.equals(CREDIT);
    }

    RuleSetting in(Mode other) {
        return new RuleSetting(family, points, other, percentage, hard);
    }
}
