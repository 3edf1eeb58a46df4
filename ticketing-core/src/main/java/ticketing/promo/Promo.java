package ticketing.promo;

import java.util.Set;

import ticketing.terms.Fees;

/**
 * A code that makes tickets cheaper.
 *
 * @param categories the ids of the categories it is for; empty for all
 */
public record Promo(String code, Reduction reduction, Set<String> categories) {

    public Promo {
        categories = Set.copyOf(categories);
    }

    /** What comes off a ticket of that category and price; never more than the price. */
    public int discountOf(String categoryId, int price) {
        if (!categories.isEmpty() && !categories.contains(categoryId)) {
            return 0;
        }
        return switch (reduction) {
            case Reduction.Share share -> Fees.share(price, share.basisPoints());
            case Reduction.Amount amount -> Math.min(price, amount.perTicket());
        };
    }

    /** How much cheaper each ticket is. */
    public sealed interface Reduction {

        record Share(int basisPoints) implements Reduction {}

        record Amount(int perTicket) implements Reduction {}
    }
}
