package ticketing.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What is to be known of a new event; what may be left out has the contract's default. */
record NewEvent(@NotBlank String organizationId, @NotBlank String venueId, @NotBlank String planId,
        @NotBlank @Size(max = 200) String title, @Size(max = 10_000) String description,
        @NotBlank @Size(max = 60) String genre, @NotNull Instant startsAt, Boolean gated,
        @NotBlank @Pattern(regexp = "[A-Z]{3}", message = "must be three letters such as EUR") String currency,
        @NotEmpty @Size(max = 200) List<@Valid @NotNull Price> prices, @NotNull Instant salesFrom,
        @NotNull Instant salesUntil, @Min(30) @Max(3600) Integer holdSeconds,
        @Min(1) @Max(100) Integer maxSeatsPerOrder, @Min(1) @Max(1000) Integer maxSeatsPerBuyer,
        @Min(0) @Max(3600) Integer returnDelaySeconds) {

    private static final int HOLD_SECONDS = 600;
    private static final int SEATS_PER_ORDER = 6;

    Event.EventPlace place() {
        return new Event.EventPlace(organizationId, venueId, planId);
    }

    EventTerms terms() {
        int perOrder = Optional.ofNullable(maxSeatsPerOrder).orElse(SEATS_PER_ORDER);
        return new EventTerms(title.strip(), Optional.ofNullable(description).orElse(""), genre.strip(), startsAt,
                Boolean.TRUE.equals(gated), salesFrom, salesUntil,
                Optional.ofNullable(holdSeconds).orElse(HOLD_SECONDS), perOrder,
                Optional.ofNullable(maxSeatsPerBuyer).orElse(perOrder),
                Optional.ofNullable(returnDelaySeconds).orElse(0));
    }
}
