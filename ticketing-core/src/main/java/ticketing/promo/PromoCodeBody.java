package ticketing.promo;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonIgnore;
import ticketing.terms.BillView;

/**
 * A promo code to be made: a percentage, or an amount off each ticket.
 *
 * @param code       made up when left out
 * @param categories ids or names; all of the event's when left out
 */
record PromoCodeBody(@Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{2,39}") String code,
        @DecimalMin("0.01") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal percent,
        @Min(1) @Max(100_000_000) Integer amount, @Size(max = 200) List<@NotBlank String> categories,
        @NotNull @Min(1) @Max(1_000_000) Integer uses, Instant validFrom, Instant validUntil) {

    private static final String LETTERS = "34679ACDEFGHJKMNPQRTWXY";
    private static final int MADE_UP = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    @JsonIgnore
    @AssertTrue(message = "either percent or amount")
    public boolean isOneReduction() {
        return (percent == null) != (amount == null);
    }

    @JsonIgnore
    @AssertTrue(message = "validFrom must be before validUntil")
    public boolean isInOrder() {
        return validFrom == null || validUntil == null || validFrom.isBefore(validUntil);
    }

    PromoCodes.Draft draft(Set<String> categoryIds) {
        var reduction = percent != null
                ? new Promo.Reduction.Share(BillView.basisPoints(percent))
                : new Promo.Reduction.Amount(amount);
        return new PromoCodes.Draft(new Promo(code == null ? madeUp() : PromoBook.spelled(code), reduction,
                categoryIds), uses, Optional.ofNullable(validFrom), Optional.ofNullable(validUntil));
    }

    private static String madeUp() {
        return RANDOM.ints(MADE_UP, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, letter) -> text.append(LETTERS.charAt(letter)),
                        StringBuilder::append)
                .toString();
    }
}
