package ticketing.terms;

import java.math.BigDecimal;

import ticketing.money.Money;

/**
 * What makes up a total: {@code tickets} less {@code discount} plus {@code fee}. The tax is part of the total, not on
 * top of it.
 */
public record BillView(Money tickets, Money discount, Money fee, Money taxIncluded, BigDecimal taxPercent) {

    private static final int PERCENT_DIGITS = 2;

    public static BillView of(Bill bill, String currency) {
        return new BillView(new Money(bill.tickets(), currency), new Money(bill.discount(), currency),
                new Money(bill.fee(), currency), new Money(bill.tax(), currency), percent(bill.taxBasisPoints()));
    }

    /** Basis points as people write them. */
    public static BigDecimal percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, PERCENT_DIGITS);
    }

    /** Percent with at most two digits behind the point, as basis points. */
    public static int basisPoints(BigDecimal percent) {
        return percent.movePointRight(PERCENT_DIGITS).intValueExact();
    }
}
