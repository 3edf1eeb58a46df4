package ticketing.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;
import ticketing.promo.Promo;

class FeesTest {

    @Test
    void aFeeIsFixedAndByPercentAndNothingForAFreeTicket() {
        var fees = new Fees(150, 250, 0);

        assertThat(fees.of(4950)).isEqualTo(150 + 124);
        assertThat(fees.of(0)).isZero();
        assertThat(Fees.NONE.of(4950)).isZero();
    }

    @Test
    void theTaxIsInsideTheTotalRoundedHalfUp() {
        assertThat(new Bill(11_900, 0, 0, 1900).tax()).isEqualTo(1900);
        assertThat(new Bill(9900, 1000, 300, 700)).extracting(Bill::total, Bill::tax).containsExactly(9200, 602);
        assertThat(new Bill(9900, 0, 0, 0).tax()).isZero();
        assertThat(new Bill(Integer.MAX_VALUE, 0, 0, 10_000).tax()).isEqualTo(1 << 30);
    }

    @Test
    void aPromoCodeTakesOffNoMoreThanThePriceAndOnlyInItsCategories() {
        var quarter = new Promo("QUARTER", new Promo.Reduction.Share(2500), Set.of());
        var ten = new Promo("TEN", new Promo.Reduction.Amount(1000), Set.of("standard"));

        assertThat(quarter.discountOf("any", 4950)).isEqualTo(1238);
        assertThat(ten.discountOf("standard", 4950)).isEqualTo(1000);
        assertThat(ten.discountOf("standard", 700)).isEqualTo(700);
        assertThat(ten.discountOf("premium", 4950)).isZero();
    }
}
