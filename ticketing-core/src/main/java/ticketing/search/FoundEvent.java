package ticketing.search;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import ticketing.event.SaleState;
import ticketing.money.Money;

/**
 * An event in a list.
 *
 * @param position what the list is ordered by, where this event stands
 */
record FoundEvent(String id, String title, String genre, Instant startsAt, Place venue, String organizer,
        boolean gated, String queueUrl, PriceRange price, SaleState saleState, long seatsFree, boolean accessible,
        @JsonIgnore String position) {

    @JsonProperty
    boolean available() {
        return seatsFree > 0;
    }

    /** Where it takes place. */
    record Place(String id, String name, String city, String country, String timezone) {}

    /** The cheapest seat and the dearest. */
    record PriceRange(Money from, Money to) {}
}
