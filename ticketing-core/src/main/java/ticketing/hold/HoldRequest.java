package ticketing.hold;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** One of three wishes: these seats, so many of a category, or so many places in an area. */
record HoldRequest(@Size(min = 1, max = 100) List<@NotBlank @Size(max = 200) String> seats,
        @Size(min = 1, max = 200) String category, @Size(min = 1, max = 200) String area,
        @Min(1) @Max(100) Integer quantity, Boolean together, Boolean accessible) {

    /** The wish; empty when the request is not exactly one of the three. */
    Optional<SeatWish> wish() {
        var kinds = Stream.of(seats, category, area).filter(Objects::nonNull).count();
        if (kinds != 1 || (seats == null) == (quantity == null)
                || (together != null || accessible != null) && category == null) {
            return Optional.empty();
        }
        if (seats != null) {
            return Optional.of(new SeatWish.Chosen(seats));
        }
        return Optional.of(category != null
                ? new SeatWish.Best(category, quantity, !Boolean.FALSE.equals(together),
                        Boolean.TRUE.equals(accessible))
                : new SeatWish.Standing(area, quantity));
    }
}
