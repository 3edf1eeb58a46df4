package ticketing.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Optional;

import ticketing.event.EventPicture;
import ticketing.event.EventState;

/**
 * What a page says about a concert before any script runs; {@link EventText} puts it into words.
 *
 * @param lowest  the lowest price in minor units
 * @param highest the highest price in minor units
 */
record EventFacts(String id, String title, String description, String genre, EventState state, Instant startsAt,
        Place venue, String organizer, String currency, long lowest, long highest, Sale sale,
        Optional<EventPicture> picture) {

    /**
     * When its sale begins, and whether something is left of it.
     *
     * @param left about a second old while seats are sold
     */
    record Sale(Instant from, boolean left) {}

    /** Where it happens. */
    record Place(String name, String address, String city, String country, ZoneId timezone) {}

    public boolean cancelled() {
        return state == EventState.CANCELLED;
    }

    public boolean postponed() {
        return state == EventState.POSTPONED;
    }

    /** The start with the venue's offset, as JSON-LD and {@code <time>} want it. */
    public String startsAtWithOffset() {
        return local().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** The price in major units with a point, as JSON-LD wants it. */
    BigDecimal decimal(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** The start on the clocks of the venue. */
    ZonedDateTime local() {
        return startsAt.atZone(venue.timezone());
    }
}
