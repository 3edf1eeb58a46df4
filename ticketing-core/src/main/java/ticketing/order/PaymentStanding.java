package ticketing.order;

/**
 * How a payment stands with us.
 *
 * @param refunded what has gone back, or is due to
 */
public record PaymentStanding(String state, int refunded) {}
