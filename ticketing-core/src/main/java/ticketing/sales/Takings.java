package ticketing.sales;

/** A sum of money in minor units; it may be larger than any price. */
record Takings(long amount, String currency) {}
