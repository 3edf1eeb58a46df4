package ticketing.availability;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import ticketing.money.Money;

/**
 * All seats at once.
 *
 * @param version    see {@link AvailabilityView}
 * @param areas      the areas to stand in, with what is left of each
 * @param seats      one letter a seat in the plan's order: F free, H held, S sold, B blocked
 */
record Snapshot(long version, List<Tier> categories, String seats,
        @JsonInclude(Include.NON_EMPTY) List<AreaLeft> areas) {

    /** A price category and how many of its seats are free. */
    record Tier(String id, String name, String color, Money price, long free) {}
}
