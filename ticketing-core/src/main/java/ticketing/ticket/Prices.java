package ticketing.ticket;

import ticketing.money.Money;

/** Writes an amount of minor units with its currency, such as 49.50 EUR. */
final class Prices {

    private Prices() {}

    static String format(int amount, String currency) {
        return new Money(amount, currency).text();
    }
}
