package ticketing.terms;

/**
 * What an order costs.
 *
 * @param tickets        the prices of its seats
 * @param discount       off the prices
 * @param fee            for the service, on top
 * @param taxBasisPoints the rate of the tax that the total includes
 */
public record Bill(int tickets, int discount, int fee, int taxBasisPoints) {

    /** What is to be paid. */
    public int total() {
        return tickets - discount + fee;
    }

    /** The tax within the total. */
    public int tax() {
        return Fees.included(total(), taxBasisPoints);
    }
}
