package ticketing.event;

import java.time.Instant;
import java.util.Optional;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What is different about an event that is made after another one. */
record EventCopy(@Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") @Size(max = 200) String title,
        @NotNull Instant startsAt, @NotNull Instant salesFrom, @NotNull Instant salesUntil) {

    EventTerms applyTo(EventTerms terms) {
        return new EventTerms(Optional.ofNullable(title).orElse(terms.title()).strip(), terms.description(),
                terms.genre(), startsAt, terms.gated(), salesFrom, salesUntil, terms.holdSeconds(),
                terms.maxSeatsPerOrder(), terms.maxSeatsPerBuyer(), terms.returnDelaySeconds());
    }
}
