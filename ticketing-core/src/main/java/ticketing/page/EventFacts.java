package ticketing.page;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

import ticketing.event.EventState;

/**
 * What a page says about a concert before any script runs. Times are the venue's, money is written as people write it.
 *
 * @param lowest  the lowest price in minor units
 * @param highest the highest price in minor units
 */
record EventFacts(String id, String title, String description, String genre, EventState state, Instant startsAt,
        Place venue, String currency, long lowest, long highest) {

    /** Where it happens. */
    record Place(String name, String address, String city, String country, ZoneId timezone) {}

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    public boolean cancelled() {
        return state == EventState.CANCELLED;
    }

    public boolean postponed() {
        return state == EventState.POSTPONED;
    }

    /** What a link to the page is shown with, where it is passed on. */
    public String summary() {
        return "%s, %s · %s, %s".formatted(date(), time(), venue.name(), venue.city());
    }

    public String date() {
        return local().format(DATE);
    }

    public String time() {
        return local().format(TIME);
    }

    public int day() {
        return local().getDayOfMonth();
    }

    public String month() {
        return local().format(MONTH);
    }

    /** The start with the venue's offset, as JSON-LD and {@code <time>} want it. */
    public String startsAtWithOffset() {
        return local().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    public String prices() {
        return lowest == highest ? money(lowest) : money(lowest) + " to " + money(highest);
    }

    public String lowestPrice() {
        return money(lowest);
    }

    /** The price in major units with a point, as JSON-LD wants it. */
    BigDecimal decimal(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    private String money(long minorUnits) {
        var format = NumberFormat.getCurrencyInstance(Locale.ENGLISH);
        format.setCurrency(Currency.getInstance(currency));
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(decimal(minorUnits));
    }

    private ZonedDateTime local() {
        return startsAt.atZone(venue.timezone());
    }
}
