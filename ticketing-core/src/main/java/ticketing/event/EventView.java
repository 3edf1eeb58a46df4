package ticketing.event;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import ticketing.money.Money;

/**
 * An event as the API shows it.
 *
 * @param queueUrl where fans line up, seen from the shop's origin; null when the event is not gated
 * @param picture  null when it has none
 */
public record EventView(String id, String organizationId, String organizer, String title, String description,
        String genre, EventPicture picture, Instant startsAt, Place venue, String planId, EventState state,
        boolean gated, String queueUrl,
        String currency, Instant salesFrom, Instant salesUntil, SaleState saleState, int holdSeconds,
        int maxSeatsPerOrder, int maxSeatsPerBuyer, int returnDelaySeconds, List<Category> categories,
        @JsonIgnore long version) {

    @JsonProperty
    public long free() {
        return categories.stream().mapToLong(Category::free).sum();
    }

    @JsonProperty
    public boolean available() {
        return free() > 0;
    }

    /** Where it takes place. */
    public record Place(String id, String name, String address, String city, String country, String timezone) {}

    /**
     * What seats of one category cost, how many there are and how many are free.
     *
     * @param salesFrom  when its sale begins, which may be later than the event's
     * @param salesUntil when its sale ends, which may be sooner
     */
    public record Category(String id, String name, String color, Money price, long seats, long free,
            boolean accessible, Instant salesFrom, Instant salesUntil) {}
}
