package ticketing.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What shall be different about an event; what is left out stays. */
record EventChange(@Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 200) String title,
        @Size(max = 10_000) String description,
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 60) String genre, Instant startsAt,
        Boolean gated, @Size(max = 200) List<@Valid @NotNull Price> prices, Instant salesFrom, Instant salesUntil,
        @Min(30) @Max(3600) Integer holdSeconds, @Min(1) @Max(100) Integer maxSeatsPerOrder,
        @Min(1) @Max(1000) Integer maxSeatsPerBuyer, @Min(0) @Max(3600) Integer returnDelaySeconds) {

    EventTerms applyTo(EventTerms terms) {
        return new EventTerms(or(title, terms.title()).strip(), or(description, terms.description()),
                or(genre, terms.genre()).strip(), or(startsAt, terms.startsAt()), or(gated, terms.gated()),
                or(salesFrom, terms.salesFrom()), or(salesUntil, terms.salesUntil()),
                or(holdSeconds, terms.holdSeconds()), or(maxSeatsPerOrder, terms.maxSeatsPerOrder()),
                or(maxSeatsPerBuyer, terms.maxSeatsPerBuyer()), or(returnDelaySeconds, terms.returnDelaySeconds()));
    }

    private static <T> T or(T value, T otherwise) {
        return Optional.ofNullable(value).orElse(otherwise);
    }
}
