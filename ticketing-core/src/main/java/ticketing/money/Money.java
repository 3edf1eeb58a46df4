package ticketing.money;

/**
 * An amount of money.
 *
 * @param amount   in the currency's minor unit
 * @param currency three letters of ISO 4217
 */
public record Money(long amount, String currency) {}
