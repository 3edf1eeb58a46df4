package ticketing.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * What a seat of a category shall cost.
 *
 * @param category the category's name in the plan, or its id
 * @param amount   in minor units of the event's currency
 */
record Price(@NotBlank String category, @NotNull @Min(0) @Max(100_000_000) Integer amount) {}
