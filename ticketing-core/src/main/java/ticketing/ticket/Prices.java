package ticketing.ticket;

import java.math.BigDecimal;
import java.util.Currency;

/** Writes an amount of minor units with its currency, such as 49.50 EUR. */
final class Prices {

    private Prices() {}

    static String format(int amount, String currency) {
        var digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(amount, digits).toPlainString() + ' ' + currency;
    }
}
