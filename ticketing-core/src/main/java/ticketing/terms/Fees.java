package ticketing.terms;

/**
 * What is charged on top of tickets, and the tax that what is paid includes. Rates are in basis points: 10,000 are the
 * whole.
 */
public record Fees(int perTicket, int basisPoints, int taxBasisPoints) {

    /** Nothing on top, and no tax told. */
    public static final Fees NONE = new Fees(0, 0, 0);

    private static final long WHOLE = 10_000;

    /** The service fee of one ticket that costs so much after its discount; a ticket for nothing bears none. */
    public int of(int price) {
        return price == 0 ? 0 : perTicket + share(price, basisPoints);
    }

    /** So many basis points of an amount, rounded half up. */
    public static int share(int amount, int basisPoints) {
        return (int) ((amount * (long) basisPoints + WHOLE / 2) / WHOLE);
    }

    /** The tax inside an amount that includes it, rounded half up. */
    static int included(int amount, int basisPoints) {
        var gross = WHOLE + basisPoints;
        return (int) ((amount * (long) basisPoints + gross / 2) / gross);
    }
}
