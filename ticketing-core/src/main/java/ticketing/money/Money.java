package ticketing.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount   in the currency's minor unit
 * @param currency three letters of ISO 4217
 */
public record Money(long amount, String currency) {

    /** As people read it, such as 49.50 EUR. */
    public String text() {
        var digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(amount, digits).toPlainString() + ' ' + currency;
    }
}
