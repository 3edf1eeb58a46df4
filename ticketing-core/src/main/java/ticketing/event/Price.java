package ticketing.event;

import java.time.Instant;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a seat of a category shall cost, and when it is sold.
 *
 * @param category   the category's name in the plan, or its id
 * @param amount     in minor units of the event's currency
 * @param salesFrom  when its sale begins; null for the beginning of the event's sale
 * @param salesUntil when its sale ends; null for the end of the event's sale
 */
record Price(@NotBlank String category, @NotNull @Min(0) @Max(100_000_000) Integer amount, Instant salesFrom,
        Instant salesUntil) {

    @JsonIgnore
    @AssertTrue(message = "salesFrom must be before salesUntil")
    boolean isSoldForAWhile() {
        return salesFrom == null || salesUntil == null || salesFrom.isBefore(salesUntil);
    }
}
